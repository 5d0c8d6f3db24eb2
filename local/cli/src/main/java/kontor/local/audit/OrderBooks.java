package kontor.local.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kontor.contracts.OrderId;
import kontor.contracts.order.ChangeEvent.HoldLifted;
import kontor.contracts.order.ChangeEvent.OrderPutOnHold;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.ParcelEvent.OrderCompleted;
import kontor.contracts.order.ParcelEvent.OrderDelivered;
import kontor.contracts.order.ParcelEvent.ParcelShipped;

/** What the stored streams say of orders, worked out without any code of the services. */
final class OrderBooks {

  private final Map<OrderId, OrderPlaced> placed = new HashMap<>();
  private final Map<OrderId, String> status = new HashMap<>();
  private final Set<OrderId> partly = new HashSet<>();
  private final Set<OrderId> shipped = new HashSet<>();
  private final Set<OrderId> returned = new HashSet<>();

  OrderBooks(Streams streams) {
    streams.of("order").values().forEach(events -> events.forEach(this::apply));
  }

  private void apply(Object event) {
    if (event instanceof OrderPlaced e) {
      placed.put(e.order(), e);
      status.put(e.order(), "PLACED");
    } else if (event instanceof OrderEvent e) {
      String now = after(e);
      if (!now.isEmpty()) {
        status.put(e.order(), now);
      }
    } else {
      throw new IllegalArgumentException("not an order's event: " + event);
    }
  }

  /** The status that an event brings, or nothing. */
  private String after(OrderEvent event) {
    if (event instanceof PaymentRequested) {
      return "AWAITING_PAYMENT";
    }
    if (event instanceof OrderConfirmed) {
      return "CONFIRMED";
    }
    if (event instanceof OrderRejected) {
      return "REJECTED";
    }
    if (event instanceof OrderCancelled) {
      return "CANCELLED";
    }
    if (event instanceof OrderPutOnHold) {
      return "ON_HOLD";
    }
    if (event instanceof HoldLifted) {
      return partly.contains(event.order()) ? "PARTLY_SHIPPED" : "CONFIRMED";
    }
    return onTheWay(event);
  }

  /** From the first return on, a shipped order is a returned one until it is completed. */
  private String onTheWay(OrderEvent event) {
    OrderId order = event.order();
    if (event instanceof ParcelShipped) {
      partly.add(order);
      return "PARTLY_SHIPPED";
    }
    if (event instanceof OrderShipped) {
      shipped.add(order);
      return returned.contains(order) ? "RETURNED" : "SHIPPED";
    }
    if (event instanceof OrderDelivered) {
      return returned.contains(order) ? "RETURNED" : "DELIVERED";
    }
    if (event instanceof OrderReturned) {
      returned.add(order);
      boolean whole = shipped.contains(order) && !"COMPLETED".equals(status.get(order));
      return whole ? "RETURNED" : "";
    }
    return event instanceof OrderCompleted ? "COMPLETED" : "";
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
