package kontor.order.lifecycle;

import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.eventstore.Origin;
import kontor.order.lifecycle.Order.Placed;
import kontor.order.payment.PaymentReferences;

/**
 * What a provider tells later, in any order and any number of times: only an order that waits for
 * it is moved on. A guarantee for an order that ended meanwhile is given up.
 */
public final class ProviderMessages {

  private final Orders orders;
  private final PaymentReferences references;
  private final PaymentProcess payments;

  ProviderMessages(Orders orders, PaymentReferences references, PaymentProcess payments) {
    this.orders = orders;
    this.references = references;
    this.payments = payments;
  }

  /** False when there is no such payment. */
  public boolean authorised(String payment, Origin origin) {
    Optional<OrderId> order = references.find(payment);
    order.ifPresent(id -> authorised(id, payment, origin));
    return order.isPresent();
  }

  private void authorised(OrderId id, String payment, Origin origin) {
    Order order = orders.find(id);
    asked(order, payment)
        .ifPresent(
            request ->
                payments.confirm(
                    new PaymentAuthorised(id, request.provider(), payment, request.amount()),
                    origin));
    if (order instanceof Order.Ended) {
      payments.giveUp(id, origin);
    }
  }

  /** False when there is no such payment. */
  public boolean declined(String payment, String reason, Origin origin) {
    Optional<OrderId> order = references.find(payment);
    order
        .filter(id -> asked(orders.find(id), payment).isPresent())
        .ifPresent(id -> payments.decline(id, reason, origin));
    return order.isPresent();
  }

  private static Optional<PaymentRequested> asked(Order order, String payment) {
    return order instanceof Placed open
        ? Optional.ofNullable(open.request()).filter(r -> r.reference().equals(payment))
        : Optional.empty();
  }
}
