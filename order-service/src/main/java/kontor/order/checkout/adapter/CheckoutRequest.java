package kontor.order.checkout.adapter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import kontor.contracts.CountryCode;
import kontor.order.contact.Contact;
import kontor.order.contact.PostalCodes;
import kontor.order.payment.MarketplacePayment;
import kontor.order.payment.PaymentProviders;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer sends to order.
 *
 * @param quoteHash of the quote that the buyer saw; without it, no unit may cost more than when its
 *     line was set
 * @param method how to pay: the payment provider's word
 */
record CheckoutRequest(
    @Nullable String email,
    @Nullable Address address,
    @Nullable String quoteHash,
    @Nullable String method) {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

  /** Where the parcel goes. */
  record Address(
      @Nullable String name,
      @Nullable String company,
      @Nullable String street,
      @Nullable String postalCode,
      @Nullable String city,
      @Nullable CountryCode country) {}

  /**
   * The contact, when everything needed is there and fits; a {@link BadRequestException} if not.
   */
  Contact contact(CountryCode cartCountry, PaymentProviders providers) {
    if (address == null) {
      throw BadRequestException.field("address", "is missing");
    }
    String mail = text("email", email, 254);
    if (!EMAIL.matcher(mail).matches()) {
      throw BadRequestException.field("email", "is not an e-mail address");
    }
    CountryCode country = address.country == null ? cartCountry : address.country;
    if (!country.equals(cartCountry)) {
      throw BadRequestException.field(
          "address.country", "the cart was priced for delivery to " + cartCountry);
    }
    String postalCode = text("address.postalCode", address.postalCode, 12);
    PostalCodes.expected(country, postalCode)
        .ifPresent(
            example -> {
              throw BadRequestException.field(
                  "address.postalCode", "is none of " + country + ", such as " + example);
            });
    return new Contact(
        mail,
        text("address.name", address.name, 100),
        address.company == null ? null : text("address.company", address.company, 100),
        text("address.street", address.street, 100),
        postalCode,
        text("address.city", address.city, 100),
        country,
        paymentMethod(providers));
  }

  /** The buyer may leave it out where there is only the test provider's choice to make. */
  private String paymentMethod(PaymentProviders providers) {
    String wanted = text("method", method == null ? "test" : method, 60);
    if (providers.offering(wanted).isEmpty() || wanted.equals(MarketplacePayment.NAME)) {
      throw BadRequestException.field("method", "nobody takes payments by '" + wanted + "'");
    }
    return wanted;
  }

  /** Tells a repetition from another request under the same key. */
  String fingerprint(String cart) {
    try {
      byte[] text = (cart + "\n" + this).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      throw BadRequestException.field(field, "is missing");
    }
    if (value.length() > longest || value.codePoints().anyMatch(Character::isISOControl)) {
      throw BadRequestException.field(field, "has at most " + longest + " printable characters");
    }
    return value.strip();
  }
}
