package kontor.order.lifecycle;

import java.util.List;
import java.util.function.Function;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** All orders. */
public final class Orders {

  public static final AggregateType<Order, OrderEvent> TYPE =
      AggregateType.of("order", OrderEvent.class, id -> new Order.Absent(), Order::evolve);

  private final Aggregates<Order, OrderEvent> orders;

  public Orders(Aggregates<Order, OrderEvent> orders) {
    this.orders = orders;
  }

  /** Returns the state after the rule; it may have decided nothing. */
  public Order apply(OrderId id, Origin origin, Function<Order, List<OrderEvent>> rule) {
    return orders.update(id.value(), origin, rule).state();
  }

  /** As {@link #apply}, for an order that is most likely new. */
  public Order place(OrderId id, Origin origin, Function<Order, List<OrderEvent>> rule) {
    return orders.create(id.value(), origin, rule).state();
  }

  /** Whether the rule decided anything now. */
  public boolean decides(OrderId id, Origin origin, Function<Order, List<OrderEvent>> rule) {
    return !orders.update(id.value(), origin, rule).events().isEmpty();
  }

  /** The order with at least this event of it applied. */
  public Order at(OrderId id, long version) {
    return orders.at(id.value(), version).state();
  }

  /** The order as this instance last saw it: maybe not even placed, though it is. */
  public Order lastSeen(OrderId id) {
    return orders.lastSeen(id.value()).state();
  }

  /** The order as stored, whatever instance changed it last. */
  public Order find(OrderId id) {
    return orders.refresh(id.value()).state();
  }
}
