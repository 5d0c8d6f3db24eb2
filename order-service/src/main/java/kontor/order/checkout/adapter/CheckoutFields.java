package kontor.order.checkout.adapter;

import kontor.contracts.CountryCode;
import kontor.order.checkout.adapter.CheckoutRequest.Address;
import kontor.order.contact.PostalAddress;
import kontor.order.contact.PostalCodes;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;

/** Holds what a buyer filled in against its rules; each error names the field. */
final class CheckoutFields {

  private static final int LINE = 100;
  private static final String PHONE = "\\+?[0-9][0-9 ()/.\\-]{4,28}";

  private CheckoutFields() {}

  /**
   * @param country where it must be; absent: the address says so itself
   */
  static PostalAddress address(
      String path, Address address, @Nullable CountryCode country, CountryCode usual) {
    CountryCode where = address.country() == null ? usual : address.country();
    if (country != null && !where.equals(country)) {
      throw BadRequestException.field(
          path + ".country", "the cart was priced for delivery to " + country);
    }
    String postalCode = text(path + ".postalCode", address.postalCode(), 12);
    PostalCodes.expected(where, postalCode)
        .ifPresent(
            example -> {
              throw BadRequestException.field(
                  path + ".postalCode", "is none of " + where + ", such as " + example);
            });
    return new PostalAddress(
        text(path + ".name", address.name(), LINE),
        optional(path + ".company", address.company(), LINE),
        text(path + ".street", address.street(), LINE),
        optional(path + ".street2", address.street2(), LINE),
        postalCode,
        text(path + ".city", address.city(), LINE),
        PostalAddress.needsState(where)
            ? text(path + ".state", address.state(), LINE)
            : optional(path + ".state", address.state(), LINE),
        where);
  }

  static @Nullable String phone(@Nullable String value) {
    String phone = optional("phone", value, 30);
    if (phone != null && !phone.matches(PHONE)) {
      throw BadRequestException.field("phone", "is not a telephone number");
    }
    return phone;
  }

  static String text(String field, @Nullable String value, int longest) {
    String text = optional(field, value, longest);
    if (text == null) {
      throw BadRequestException.field(field, "is missing");
    }
    return text;
  }

  /** Absent when it is blank. */
  static @Nullable String optional(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > longest || value.codePoints().anyMatch(Character::isISOControl)) {
      throw BadRequestException.field(field, "has at most " + longest + " printable characters");
    }
    return value.strip();
  }

  /** Several lines; absent when all of it is blank. */
  static @Nullable String lines(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.replace("\r\n", "\n");
    if (text.length() > longest
        || text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw BadRequestException.field(
          field, "has at most " + longest + " printable characters and line breaks");
    }
    return text.strip();
  }
}
