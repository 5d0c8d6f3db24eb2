package kontor.order.customer.adapter;

import kontor.order.customer.EmailAddress;
import kontor.order.customer.Profile;
import kontor.order.document.Language;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * What a customer tells of himself.
 *
 * @param email at most 254 characters
 * @param name 1 to 100 characters, as company and street
 * @param vatId such as {@code DE123456789}; blanks do not count
 * @param language {@code de} or {@code en}; German when absent
 * @param password a new one when registering, 10 characters to 72 bytes; the present one when the
 *     e-mail address changes
 */
record ProfileRequest(
    @Nullable String email,
    @Nullable String name,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String vatId,
    @Nullable String language,
    @Nullable String password) {

  Profile profile() {
    String code = language == null ? Language.GERMAN.code() : language;
    return new Profile(
        email(email),
        Input.text("name", name),
        Input.optional("company", company),
        Input.optional(
            "phone", phone, "[0-9 +()/.-]{3,30}", "has 3 to 30 digits, blanks and + ( ) / . -"),
        Input.optional(
            "vatId",
            vatId == null ? null : vatId.replace(" ", ""),
            "[A-Z]{2}[0-9A-Z+*]{2,12}",
            "is no VAT id, such as DE123456789"),
        Language.find(code)
            .orElseThrow(() -> BadRequestException.field("language", "must be de or en")));
  }

  static EmailAddress email(@Nullable String given) {
    if (given == null || given.isBlank()) {
      throw BadRequestException.field("email", "is missing");
    }
    try {
      return new EmailAddress(given);
    } catch (IllegalArgumentException e) {
      throw BadRequestException.field("email", String.valueOf(e.getMessage()));
    }
  }

  /** Holds a password. */
  @Override
  public String toString() {
    return "ProfileRequest";
  }
}
