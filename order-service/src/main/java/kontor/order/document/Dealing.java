package kontor.order.document;

import java.util.Optional;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.order.contact.Contact;
import kontor.order.lifecycle.Order.Confirmed;

/**
 * What a document says of its order besides its own amounts. None of it changes any more, but for
 * an address that is erased.
 *
 * @param provider who moves the money
 * @param reference what a payment is recognised by
 */
public record Dealing(
    OrderPlaced placed, Recipient recipient, String provider, String reference, Language language) {

  static Dealing of(Confirmed order, Optional<Contact> contact, Language language) {
    OrderPlaced placed = order.placed();
    return new Dealing(
        placed,
        Recipient.of(placed, contact, Wording.in(language)),
        order.payment().provider(),
        order.payment().payment(),
        language);
  }

  /** Whether the buyer transfers the sum when the goods are there. */
  public boolean onAccount() {
    return provider.equals("account");
  }
}
