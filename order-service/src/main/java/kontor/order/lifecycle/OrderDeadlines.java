package kontor.order.lifecycle;

import java.time.Clock;
import kontor.contracts.OrderId;
import kontor.eventstore.Origin;

/** Lets time pass for an order. Every instance may try; the order's stream decides once. */
public final class OrderDeadlines {

  private final Orders orders;
  private final Deadlines deadlines;
  private final Clock clock;

  public OrderDeadlines(Orders orders, Deadlines deadlines, Clock clock) {
    this.orders = orders;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** Whether something had to happen by now. */
  public boolean pass(OrderId order) {
    return orders.decides(
        order, Origin.of("order", order.value()), state -> deadlines.pass(state, clock.instant()));
  }
}
