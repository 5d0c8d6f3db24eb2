package kontor.order.checkout;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.eventstore.Origin;
import kontor.order.assortment.Assortment;
import kontor.order.cart.Carts;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.order.contact.Contact;
import kontor.order.contact.Contacts;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderDecider;
import kontor.order.lifecycle.OrderNumbers;
import kontor.order.lifecycle.Orders;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;

/**
 * Turns a cart into an order. The steps are claim the key, close the cart, keep the contact, place
 * the order; each may be repeated, so that a buyer who sends again after a crash gets the same
 * order.
 */
public final class Checkout {

  private final Carts carts;
  private final Orders orders;
  private final OrderNumbers numbers;
  private final Assortment assortment;
  private final Contacts contacts;
  private final Clock clock;

  public Checkout(
      Carts carts,
      Orders orders,
      OrderNumbers numbers,
      Assortment assortment,
      Contacts contacts,
      Clock clock) {
    this.carts = carts;
    this.orders = orders;
    this.numbers = numbers;
    this.assortment = assortment;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** The order, placed now or before. */
    record Ordered(OrderId id, Order order) implements Outcome {}

    /** The cart had become another order. */
    record OrderedBefore(OrderId id) implements Outcome {}

    /** The cart is not any more what was priced: its buyer changed it, or it went elsewhere. */
    record CartChanged() implements Outcome {}
  }

  /**
   * @param id the order that the buyer's key stands for
   * @param cart that was priced
   * @param quote what the buyer has seen and agreed to
   */
  public Outcome place(
      OrderId id, String cartId, OpenCart cart, Quote quote, Contact contact, Origin origin) {
    ShoppingCart closed = carts.checkOut(cartId, cart, id, origin);
    if (!(closed instanceof OrderedCart ordered)) {
      return new Outcome.CartChanged();
    }
    if (!ordered.order().equals(id)) {
      return new Outcome.OrderedBefore(ordered.order());
    }
    contacts.save(id, contact);
    OrderPlaced placed = placed(id, cart, quote);
    Order order = orders.place(id, origin, state -> OrderDecider.place(state, placed));
    return new Outcome.Ordered(id, order);
  }

  private OrderPlaced placed(OrderId id, OpenCart cart, Quote quote) {
    List<OrderLine> lines = new ArrayList<>();
    for (QuoteLine line : quote.lines()) {
      String title =
          assortment.find(line.sku()).map(Assortment.Offered::title).orElse(line.sku().value());
      lines.add(
          new OrderLine(
              lines.size() + 1,
              null,
              line.sku(),
              title,
              line.quantity(),
              line.unitPrice(),
              line.discount(),
              line.total(),
              line.taxRate(),
              line.tax()));
    }
    OrderTotals totals =
        new OrderTotals(
            quote.totals().goods(),
            quote.totals().discount(),
            quote.totals().shipping(),
            quote.totals().tax(),
            quote.totals().grand());
    return new OrderPlaced(
        id,
        numbers.next(),
        ChannelId.SHOP,
        null,
        null,
        new CustomerId(cart.owner()),
        cart.country(),
        lines,
        totals,
        false,
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
