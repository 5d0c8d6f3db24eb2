package kontor.order.lifecycle;

import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderRejected;

/** The word for where an order stands, for people and lists. */
public enum OrderStatus {
  PLACED(false),
  CONFIRMED(true),
  REJECTED(true),
  CANCELLED(true),
  SHIPPED(true),
  RETURNED(true);

  private final boolean settled;

  OrderStatus(boolean settled) {
    this.settled = settled;
  }

  /** Whether the buyer knows by now if the order was taken. */
  public boolean isSettled() {
    return settled;
  }

  public static OrderStatus of(Order order) {
    if (order instanceof Order.Placed || order instanceof Order.Authorised) {
      return PLACED;
    }
    if (order instanceof Order.Confirmed) {
      return CONFIRMED;
    }
    if (order instanceof Order.Shipped shipped) {
      return shipped.books().returns().isEmpty() ? SHIPPED : RETURNED;
    }
    if (order instanceof Order.Ended ended) {
      return ofEnd(ended.end());
    }
    throw new IllegalArgumentException("no status of " + order);
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
