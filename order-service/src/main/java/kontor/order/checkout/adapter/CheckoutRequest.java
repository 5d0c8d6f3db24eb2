package kontor.order.checkout.adapter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import kontor.contracts.CountryCode;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.contact.Contact;
import kontor.order.contact.ContactDetails;
import kontor.order.contact.PostalAddress;
import kontor.order.giftcard.adapter.TypedCode;
import kontor.order.payment.PaymentChoice;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer sends to order.
 *
 * @param address where the parcel goes
 * @param billingAddress where the invoice goes, if not there
 * @param quoteHash of the quote that the buyer saw; without it, no unit may cost more than when its
 *     line was set
 * @param method how to pay: the payment provider's word
 * @param orderNote for who packs, up to 1,000 characters
 * @param giftMessage for who gets the parcel, up to 500 characters
 * @param business needed where the cart's buyer is one
 * @param giftCard needed with the method {@code gift-card}
 */
record CheckoutRequest(
    @Nullable String email,
    @Nullable Address address,
    @Nullable String quoteHash,
    @Nullable String method,
    @Nullable Address billingAddress,
    @Nullable String phone,
    @Nullable String orderNote,
    @Nullable String giftMessage,
    @Nullable BusinessBuyer business,
    @Nullable TypedCode giftCard) {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final int NOTE = 1_000;
  private static final int GIFT_MESSAGE = 500;

  /**
   * An address.
   *
   * @param state needed where addresses are not complete without it
   * @param country of delivery: that of the cart; of the invoice: that of delivery when absent
   */
  record Address(
      @Nullable String name,
      @Nullable String company,
      @Nullable String street,
      @Nullable String street2,
      @Nullable String postalCode,
      @Nullable String city,
      @Nullable String state,
      @Nullable CountryCode country) {}

  /**
   * A business.
   *
   * @param vatId of the country with which the cart was priced; absent if it was priced without
   * @param purchaseOrder its own number for this order, up to 50 characters
   */
  record BusinessBuyer(
      @Nullable String company, @Nullable String vatId, @Nullable String purchaseOrder) {}

  /**
   * The contact, when everything needed is there and fits; a {@link BadRequestException} if not.
   */
  Contact contact(OpenCart cart, PaymentChoice payments) {
    if (address == null) {
      throw BadRequestException.field("address", "is missing");
    }
    String mail = CheckoutFields.text("email", email, 254);
    if (!EMAIL.matcher(mail).matches()) {
      throw BadRequestException.field("email", "is not an e-mail address");
    }
    PostalAddress to = CheckoutFields.address("address", address, cart.country(), cart.country());
    ContactDetails details =
        new ContactDetails(
            to.street2(),
            to.state(),
            CheckoutFields.phone(phone),
            CheckoutFields.lines("orderNote", orderNote, NOTE),
            CheckoutFields.lines("giftMessage", giftMessage, GIFT_MESSAGE),
            billingAddress == null
                ? null
                : CheckoutFields.address("billingAddress", billingAddress, null, cart.country()),
            BusinessCheck.of(business, cart.choices().business()));
    return new Contact(
        mail,
        to.name(),
        to.company(),
        to.street(),
        to.postalCode(),
        to.city(),
        to.country(),
        paymentMethod(payments, details.business() != null),
        details);
  }

  /** The buyer may leave it out where there is only the test provider's choice to make. */
  private String paymentMethod(PaymentChoice payments, boolean fromBusiness) {
    String wanted = CheckoutFields.text("method", method == null ? "test" : method, 60);
    payments
        .refusal(wanted, fromBusiness)
        .ifPresent(
            why -> {
              throw BadRequestException.field("method", why);
            });
    return wanted;
  }

  /** Tells a repetition from another request under the same key. */
  String fingerprint(String cart) {
    try {
      String code = giftCard == null ? "" : "\n" + giftCard.code();
      byte[] text = (cart + "\n" + this + code).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
