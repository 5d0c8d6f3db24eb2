package kontor.order.lifecycle;

import java.time.Clock;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.eventstore.Origin;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Ended;
import kontor.order.lifecycle.Order.Placed;
import kontor.order.payment.PaymentReferences;

/** Books transfers to the orders that they are for. */
public final class ReceivedMoney {

  private final Orders orders;
  private final PaymentReferences references;
  private final Clock clock;

  public ReceivedMoney(Orders orders, PaymentReferences references, Clock clock) {
    this.orders = orders;
    this.references = references;
    this.clock = clock;
  }

  /**
   * The order, with the money booked; empty when no order has this reference. The same transfer
   * counts once.
   *
   * @throws IllegalArgumentException when the order is in another currency
   */
  public Optional<Order> book(String reference, String transfer, Money amount, Origin origin) {
    Optional<OrderId> found = references.find(reference);
    return found.map(
        id ->
            orders.apply(
                id,
                origin,
                order ->
                    MoneyDecider.received(
                        order, provider(order), reference, transfer, amount, clock.instant())));
  }

  private static String provider(Order order) {
    if (order instanceof Placed open && open.request() != null) {
      return open.request().provider();
    }
    if (order instanceof Confirmed taken) {
      return taken.payment().provider();
    }
    return order instanceof Ended ended && ended.provider() != null ? ended.provider() : "transfer";
  }
}
