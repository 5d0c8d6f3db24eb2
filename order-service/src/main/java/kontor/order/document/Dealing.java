package kontor.order.document;

import java.util.Optional;
import kontor.contracts.TaxTreatment;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.order.contact.Contact;
import kontor.order.lifecycle.Order.Confirmed;

/**
 * What a document says of its order besides its own amounts. None of it changes any more, but for
 * an address that is erased.
 *
 * @param recipient of the invoice
 * @param provider who moves the money
 * @param reference what a payment is recognised by
 */
public record Dealing(
    OrderPlaced placed,
    Recipient recipient,
    String provider,
    String reference,
    Language language,
    DealingDetails details) {

  static Dealing of(Confirmed order, Optional<Contact> contact, Language language) {
    OrderPlaced placed = order.placed();
    return new Dealing(
        placed,
        Recipient.of(placed, contact, Wording.in(language)),
        order.payment().provider(),
        order.payment().payment(),
        language,
        DealingDetails.of(contact));
  }

  /** Where the parcel goes. */
  public Recipient deliverTo() {
    return details.deliverTo() == null ? recipient : details.deliverTo();
  }

  /** What the way of shipping is called; empty when nobody chose one. */
  Optional<String> shippingMethod() {
    return Optional.ofNullable(placed.shipping())
        .map(chosen -> language == Language.GERMAN ? chosen.nameDe() : chosen.nameEn());
  }

  /** How VAT applies; empty for orders from before that was noted. */
  Optional<TaxTreatment> treatment() {
    return Optional.ofNullable(placed.treatment());
  }

  /** Whether the buyer was shown prices without VAT. */
  boolean net() {
    return placed.lines().stream().anyMatch(line -> line.net() != null);
  }

  /** Whether the buyer transfers the sum when the goods are there. */
  public boolean onAccount() {
    return provider.equals("account");
  }

  /** Whether the sum is taken from a gift card, and goes back on it. */
  public boolean byGiftCard() {
    return provider.equals(GiftCardEvent.PROVIDER);
  }
}
