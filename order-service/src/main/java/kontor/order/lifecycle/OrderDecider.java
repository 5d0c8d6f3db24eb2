package kontor.order.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.order.lifecycle.Order.Absent;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Placed;
import kontor.order.lifecycle.Order.Shipped;
import org.jspecify.annotations.Nullable;

/** The rules of an order. What comes too late, or again, decides nothing. */
public final class OrderDecider {

  private OrderDecider() {}

  public static List<OrderEvent> place(Order order, OrderPlaced wanted) {
    return order instanceof Absent ? List.of(wanted) : List.of();
  }

  /** Stock is held and payment guaranteed. */
  public static List<OrderEvent> confirm(Order order, PaymentAuthorised payment, Instant now) {
    return order instanceof Placed
        ? List.of(payment, new OrderConfirmed(payment.order(), now))
        : List.of();
  }

  public static List<OrderEvent> reject(
      Order order, RejectionReason reason, String detail, Instant now) {
    return order instanceof Placed open
        ? List.of(new OrderRejected(open.placed().order(), reason, detail, now))
        : List.of();
  }

  /**
   * What was held is gone. An open order is rejected; one that was confirmed in the same moment is
   * cancelled, since it has no goods any more.
   */
  public static List<OrderEvent> reservationExpired(Order order, Instant now) {
    String detail = "the time to pay is over";
    return order instanceof Confirmed
        ? cancel(order, "reservation expired", now)
        : reject(order, RejectionReason.RESERVATION_EXPIRED, detail, now);
  }

  /** Possible until it is shipped. */
  public static List<OrderEvent> cancel(Order order, String reason, Instant now) {
    return order instanceof Placed || order instanceof Confirmed
        ? List.of(new OrderCancelled(Order.placed(order).order(), reason, null, now))
        : List.of();
  }

  /** Only what is confirmed leaves the house. */
  public static List<OrderEvent> ship(
      Order order, String carrier, @Nullable String trackingNumber, Instant now) {
    return order instanceof Confirmed ready
        ? List.of(new OrderShipped(ready.placed().order(), carrier, trackingNumber, now))
        : List.of();
  }

  /** The provider took the guaranteed amount. */
  public static List<OrderEvent> paid(Order order, Instant now) {
    return order instanceof Shipped shipped && shipped.books().captured().isZero()
        ? List.of(
            new OrderPaid(
                shipped.placed().order(),
                shipped.payment().provider(),
                shipped.payment().payment(),
                shipped.payment().amount(),
                now))
        : List.of();
  }

  /** An RMA comes back once, and no more units of a line than were shipped. */
  public static List<OrderEvent> takeBack(
      Order order, String rma, List<ReturnedLine> lines, Instant now) {
    if (!(order instanceof Shipped shipped) || shipped.books().returns().contains(rma)) {
      return List.of();
    }
    Money due = Money.zero(shipped.payment().amount().currency());
    for (ReturnedLine line : lines) {
      Optional<Money> part = ReturnRules.refund(shipped, line);
      if (part.isEmpty()) {
        return List.of();
      }
      due = due.plus(part.get());
    }
    return List.of(new OrderReturned(shipped.placed().order(), rma, lines, due, now));
  }

  /** A refund is booked once, and never more than was captured. */
  public static List<OrderEvent> refunded(Order order, String rma, Money amount, Instant now) {
    if (!(order instanceof Shipped shipped)
        || shipped.books().refunds().contains(rma)
        || shipped.books().refunded().plus(amount).compareTo(shipped.books().captured()) > 0) {
      return List.of();
    }
    return List.of(
        new OrderRefunded(
            shipped.placed().order(), shipped.payment().provider(), rma, amount, now));
  }
}
