package kontor.local.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;

/** What the stored streams say of orders, worked out without any code of the services. */
final class OrderBooks {

  private final Map<OrderId, OrderPlaced> placed = new HashMap<>();
  private final Map<OrderId, String> status = new HashMap<>();
  private final Set<OrderId> shipped = new HashSet<>();

  OrderBooks(Streams streams) {
    streams.of("order").values().forEach(events -> events.forEach(this::apply));
  }

  private void apply(Object event) {
    if (event instanceof OrderPlaced e) {
      placed.put(e.order(), e);
      status.put(e.order(), "PLACED");
    } else if (event instanceof OrderConfirmed e) {
      status.put(e.order(), "CONFIRMED");
    } else if (event instanceof OrderRejected e) {
      status.put(e.order(), "REJECTED");
    } else if (event instanceof OrderCancelled e) {
      status.put(e.order(), "CANCELLED");
    } else if (event instanceof OrderShipped e) {
      status.put(e.order(), "SHIPPED");
      shipped.add(e.order());
    } else if (event instanceof OrderReturned e) {
      status.put(e.order(), "RETURNED");
    } else if (!(event instanceof OrderEvent)) {
      throw new IllegalArgumentException("not an order's event: " + event);
    }
  }

  int count() {
    return placed.size();
  }

  Map<OrderId, OrderPlaced> placed() {
    return placed;
  }

  Map<OrderId, String> status() {
    return status;
  }

  boolean alreadySold(OrderId order) {
    OrderPlaced found = placed.get(order);
    return found != null && found.alreadySold();
  }
}
