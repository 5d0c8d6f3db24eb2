package kontor.order.privacy;

import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderStatus;

/** Whether an order still needs to know its buyer. */
final class ContactNeed {

  private ContactNeed() {}

  /**
   * Until it is completed: delivered, past withdrawal, no return open. One that ended before is
   * done when the money that came in has gone back.
   */
  static boolean of(Order order) {
    if (order instanceof Order.Absent) {
      return false;
    }
    if (order instanceof Order.Ended) {
      return Order.books(order).balance().minor() > 0;
    }
    return OrderStatus.of(order) != OrderStatus.COMPLETED;
  }
}
