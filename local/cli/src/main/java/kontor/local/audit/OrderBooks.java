package kontor.local.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;

/** What the stored streams say of orders, worked out without any code of the services. */
final class OrderBooks {

  private final Map<OrderId, OrderPlaced> placed = new HashMap<>();
  private final Map<OrderId, String> status = new HashMap<>();
  private final Set<OrderId> shipped = new HashSet<>();
  private final Map<String, List<BundleComponent>> bundles = new HashMap<>();

  OrderBooks(Streams streams) {
    streams.of("product").values().forEach(events -> events.forEach(this::bundle));
    streams.of("order").values().forEach(events -> events.forEach(this::apply));
  }

  private void bundle(Object event) {
    if (event instanceof ProductPublished product) {
      product.variants().forEach(v -> bundles.put(v.sku().value(), v.components()));
    }
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

  /** What each confirmed order that is not shipped must hold, bundles taken apart. */
  Map<OrderId, Map<String, Integer>> held() {
    Map<OrderId, Map<String, Integer>> held = new HashMap<>();
    status.forEach(
        (order, state) -> {
          OrderPlaced found = placed.get(order);
          if (state.equals("CONFIRMED") && found != null) {
            held.put(order, articles(found.lines()));
          }
        });
    return held;
  }

  private Map<String, Integer> articles(List<OrderLine> lines) {
    Map<String, Integer> units = new TreeMap<>();
    for (OrderLine line : lines) {
      List<BundleComponent> parts = bundles.getOrDefault(line.sku().value(), List.of());
      if (parts.isEmpty()) {
        units.merge(line.sku().value(), line.quantity().value(), Integer::sum);
      }
      for (BundleComponent part : parts) {
        int needed = part.quantity().value() * line.quantity().value();
        units.merge(part.sku().value(), needed, Integer::sum);
      }
    }
    return units;
  }
}
