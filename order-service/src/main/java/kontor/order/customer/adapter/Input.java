package kontor.order.customer.adapter;

import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;

/** Reads texts of a request; a bad one is answered with its field. */
final class Input {

  private static final int USUAL = 100;

  private Input() {}

  /** A text that must be there. */
  static String text(String field, @Nullable String value) {
    String found = optional(field, value);
    if (found == null) {
      throw BadRequestException.field(field, "is missing");
    }
    return found;
  }

  /** A text that may be missing or blank. */
  static @Nullable String optional(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > USUAL || value.codePoints().anyMatch(Character::isISOControl)) {
      throw BadRequestException.field(field, "has at most " + USUAL + " printable characters");
    }
    return value.strip();
  }

  static @Nullable String optional(
      String field, @Nullable String value, String pattern, String what) {
    String found = optional(field, value);
    if (found != null && !found.matches(pattern)) {
      throw BadRequestException.field(field, what);
    }
    return found;
  }
}
