package kontor.inventory.purchasing.adapter;

import java.util.Optional;
import java.util.function.Supplier;
import kontor.inventory.purchasing.PurchaseRefusedException;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * How the rules of purchasing say no over HTTP, and how a request says what its author has seen.
 */
final class Refusals {

  private Refusals() {}

  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (PurchaseRefusedException e) {
      throw of(e);
    }
  }

  private static BadRequestException of(PurchaseRefusedException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.reason()) {
      case UNKNOWN -> BadRequestException.notFound(message);
      case UNSEEN ->
          BadRequestException.versionMissing(
              message + ": send the ETag that you read in the header If-Match");
      case OUTDATED -> BadRequestException.outdated(message + ": look again");
      case STATE -> BadRequestException.conflict(message);
      case RULE -> BadRequestException.unprocessable(e.field(), message);
    };
  }

  static Optional<Integer> seen(@Nullable String match) {
    if (match == null) {
      return Optional.empty();
    }
    String digits = match.strip().replaceFirst("^W/", "").replace("\"", "");
    if (!digits.matches("\\d{1,9}")) {
      throw BadRequestException.field("If-Match", "not an ETag of this service: " + match);
    }
    return Optional.of(Integer.parseInt(digits));
  }

  static String tag(int revision) {
    return "\"" + revision + "\"";
  }
}
