package kontor.order.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.contracts.order.ChangeEvent.HoldLifted;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.ChangeEvent.OrderPutOnHold;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Order.Absent;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Placed;

/**
 * Whether an order is taken, changed or given up. What comes too late, or again, decides nothing.
 */
public final class OrderDecider {

  private OrderDecider() {}

  public static List<OrderEvent> place(Order order, OrderPlaced wanted) {
    return order instanceof Absent ? List.of(wanted) : List.of();
  }

  /** Stock is held; the buyer has to do something before the money is sure. */
  public static List<OrderEvent> requestPayment(Order order, PaymentRequested request) {
    return order instanceof Placed open && open.request() == null ? List.of(request) : List.of();
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
    return order instanceof Confirmed
        ? cancel(order, CancelledBy.PLATFORM, "reservation expired", now)
        : reject(order, RejectionReason.RESERVATION_EXPIRED, "the time to pay is over", now);
  }

  /** As a whole; possible until a parcel has left. */
  public static List<OrderEvent> cancel(Order order, CancelledBy by, String reason, Instant now) {
    boolean possible =
        order instanceof Placed
            || (order instanceof Confirmed taken && taken.goods().shippedParcels().isEmpty());
    return possible
        ? List.of(new OrderCancelled(Order.placed(order).order(), reason, by, now))
        : List.of();
  }

  /**
   * Some units; possible until they are packed. With the last ones the order ends: cancelled if
   * nothing of it was packed, shipped if all of its parcels have left.
   */
  public static List<OrderEvent> cancelLines(
      Order order,
      String cancellation,
      List<LineUnits> units,
      CancelledBy by,
      String reason,
      Instant now) {
    if (!(order instanceof Confirmed taken)
        || taken.goods().cancellations().contains(cancellation)
        || !cancellable(taken, units)) {
      return List.of();
    }
    LinesCancelled less =
        new LinesCancelled(
            taken.placed().order(),
            cancellation,
            units,
            LineValues.cancelled(taken, units),
            by,
            reason,
            now);
    List<OrderEvent> decided = new ArrayList<>(List.of(less));
    Goods left = taken.goods().evolve(less, taken.lines());
    if (left.rest(taken.lines()).isEmpty() && left.parcels().isEmpty()) {
      decided.add(new OrderCancelled(taken.placed().order(), reason, by, now));
    } else if (left.rest(taken.lines()).isEmpty()
        && left.parcels().stream().allMatch(Parcel::left)) {
      decided.add(ParcelDecider.shipped(taken, left.parcels().get(left.parcels().size() - 1), now));
    }
    return decided;
  }

  private static boolean cancellable(Confirmed order, List<LineUnits> units) {
    return (order.stage() == Stage.OPEN || order.stage() == Stage.ON_HOLD)
        && LineValues.wellFormed(units)
        && units.stream()
            .allMatch(
                one ->
                    LineValues.line(order, one)
                        .filter(line -> one.quantity().value() <= order.goods().open(line))
                        .isPresent());
  }

  /** Nothing of it leaves the house until the hold is lifted. */
  public static List<OrderEvent> hold(Order order, String reason, Instant now) {
    return order instanceof Confirmed taken && taken.stage() == Stage.OPEN
        ? List.of(new OrderPutOnHold(taken.placed().order(), reason, now))
        : List.of();
  }

  public static List<OrderEvent> liftHold(Order order, Instant now) {
    return order instanceof Confirmed taken && taken.stage() == Stage.ON_HOLD
        ? List.of(new HoldLifted(taken.placed().order(), now))
        : List.of();
  }
}
