package kontor.order.lifecycle;

import java.time.Clock;
import java.util.stream.Collectors;
import kontor.contracts.OrderId;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.eventstore.Origin;
import kontor.order.payment.PaymentProviders;
import kontor.order.payment.PaymentReferences;

/**
 * Moves an order on as stock and money answer. Each step may be taken again: the provider knows the
 * order, and the order's stream decides once.
 */
public final class OrderProcess {

  private final Orders orders;
  private final PaymentProcess payments;
  private final Clock clock;

  /** How the buyer of an order wants to pay; the provider's own word, such as {@code card}. */
  @FunctionalInterface
  public interface PaymentChoices {
    String method(OrderId order);
  }

  public OrderProcess(
      Orders orders, PaymentProviders providers, PaymentChoices choices, Clock clock) {
    this.orders = orders;
    this.payments = new PaymentProcess(orders, providers, choices, clock);
    this.clock = clock;
  }

  /** Takes what providers tell later. */
  public ProviderMessages messages(PaymentReferences references) {
    return new ProviderMessages(orders, references, payments);
  }

  /** Stock has answered. */
  public void on(ReservationEvent event, Origin origin) {
    if (event instanceof ReservationGranted granted) {
      payments.authorise(granted.order(), origin);
    } else if (event instanceof ReservationRejected rejected) {
      String detail =
          rejected.shortages().stream()
              .map(s -> s.sku() + ": " + s.available() + " of " + s.wanted() + " available")
              .collect(Collectors.joining("; "));
      orders.decides(
          rejected.order(),
          origin,
          order ->
              OrderDecider.reject(order, RejectionReason.OUT_OF_STOCK, detail, clock.instant()));
    } else if (event instanceof ReservationReleased released
        && released.reason() == ReleaseReason.EXPIRED) {
      orders.decides(
          released.order(),
          origin,
          order -> OrderDecider.reservationExpired(order, clock.instant()));
    }
  }

  /** The order has moved: the money follows. */
  public void on(OrderEvent event, Origin origin) {
    OrderId id = event.order();
    if (event instanceof ParcelShipped e) {
      payments.collect(id, "parcel-" + e.parcel(), origin);
    } else if (event instanceof OrderShipped) {
      payments.collect(id, "rest", origin);
    } else if (event instanceof OrderCancelled || event instanceof OrderRejected) {
      payments.giveUp(id, origin);
    } else if (event instanceof LinesCancelled e) {
      payments.reduce(id, "cancelled-" + e.cancellation(), e.amount(), origin);
    } else if (event instanceof OrderReturned e) {
      payments.collect(id, "before-" + e.rma(), origin);
      payments.settle(id, "after-" + e.rma(), origin);
    } else if (event instanceof OrderPaid e) {
      payments.settle(id, "excess-" + (e.capture() == null ? Books.WHOLE : e.capture()), origin);
    }
  }
}
