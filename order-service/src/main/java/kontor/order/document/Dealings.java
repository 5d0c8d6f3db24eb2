package kontor.order.document;

import kontor.contracts.OrderId;
import kontor.order.contact.Contacts;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Orders;

/** What documents say of orders: from their streams and their buyers' addresses. */
public final class Dealings {

  private final Orders orders;
  private final Contacts contacts;

  public Dealings(Orders orders, Contacts contacts) {
    this.orders = orders;
    this.contacts = contacts;
  }

  public Dealing of(Confirmed order, Language language) {
    return Dealing.of(order, contacts.find(order.placed().order()), language);
  }

  /** In the language of the country of delivery. */
  Dealing of(OrderId id) {
    if (orders.find(id) instanceof Confirmed order) {
      return of(order, Language.of(order.placed().country()));
    }
    throw new IllegalStateException("an invoice of the order " + id + ", which was not taken");
  }
}
