package kontor.order.lifecycle;

import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.order.lifecycle.Order.Confirmed;

/** The word for where an order stands, for people and lists. */
public enum OrderStatus {
  PLACED(false),
  AWAITING_PAYMENT(true),
  CONFIRMED(true),
  ON_HOLD(true),
  PARTLY_SHIPPED(true),
  SHIPPED(true),
  DELIVERED(true),
  RETURNED(true),
  COMPLETED(true),
  REJECTED(true),
  CANCELLED(true);

  private final boolean settled;

  OrderStatus(boolean settled) {
    this.settled = settled;
  }

  /** Whether the buyer knows by now if the order was taken, or what to do for it. */
  public boolean isSettled() {
    return settled;
  }

  public static OrderStatus of(Order order) {
    if (order instanceof Order.Placed open) {
      return open.request() == null ? PLACED : AWAITING_PAYMENT;
    }
    if (order instanceof Order.Authorised) {
      return PLACED;
    }
    if (order instanceof Confirmed taken) {
      return ofStage(taken);
    }
    if (order instanceof Order.Ended ended) {
      return ofEnd(ended.end());
    }
    throw new IllegalArgumentException("no status of " + order);
  }

  private static OrderStatus ofStage(Confirmed order) {
    boolean returned = order.returns().anySettled();
    return switch (order.stage()) {
      case OPEN -> order.goods().shippedParcels().isEmpty() ? CONFIRMED : PARTLY_SHIPPED;
      case ON_HOLD -> ON_HOLD;
      case SHIPPED -> returned ? RETURNED : SHIPPED;
      case DELIVERED -> returned ? RETURNED : DELIVERED;
      case COMPLETED -> COMPLETED;
    };
  }

  private static OrderStatus ofEnd(OrderEvent end) {
    if (end instanceof OrderRejected) {
      return REJECTED;
    }
    if (end instanceof OrderCancelled) {
      return CANCELLED;
    }
    throw new IllegalArgumentException("not an end: " + end);
  }
}
