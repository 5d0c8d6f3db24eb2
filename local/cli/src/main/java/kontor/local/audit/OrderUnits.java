package kontor.local.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;

/**
 * How many units of each article every order must still hold and has sent away, from the orders'
 * streams alone. A bundle is made of what it was made of when the order was reserved.
 */
final class OrderUnits {

  private final Map<OrderId, Map<String, Integer>> held = new HashMap<>();
  private final Map<OrderId, Map<String, Integer>> shipped = new HashMap<>();
  private final Map<String, Map<String, Integer>> bundles = new HashMap<>();
  private final Map<OrderId, Map<String, Map<String, Integer>>> bundlesThen = new HashMap<>();

  OrderUnits(Streams streams) {
    streams.of("product").values().forEach(events -> events.forEach(this::bundle));
    streams.of("reservation").values().forEach(events -> events.forEach(this::bundleThen));
    streams.of("order").values().forEach(this::follow);
  }

  /** What each confirmed order must hold; nothing for an order that has nothing open. */
  Map<OrderId, Map<String, Integer>> held() {
    return held;
  }

  /** What each order has sent to its buyer. */
  Map<OrderId, Map<String, Integer>> shipped() {
    return shipped;
  }

  private void bundle(Object event) {
    if (event instanceof ProductPublished product) {
      product
          .variants()
          .forEach(
              v -> {
                Map<String, Integer> parts = new TreeMap<>();
                v.components().forEach(p -> parts.put(p.sku().value(), p.quantity().value()));
                bundles.put(v.sku().value(), parts);
              });
    }
  }

  private void bundleThen(Object event) {
    if (event instanceof ReservationGranted granted && granted.bundles() != null) {
      Map<String, Map<String, Integer>> then = new HashMap<>();
      for (var bundle : granted.bundles()) {
        Map<String, Integer> parts = new TreeMap<>();
        bundle.parts().forEach(p -> parts.put(p.sku().value(), p.quantity().value()));
        then.put(bundle.sku().value(), parts);
      }
      bundlesThen.put(granted.order(), then);
    }
  }

  /** One order's units by the SKU that was ordered, while its events are followed. */
  private static final class Counting {
    private final Map<Sku, Integer> open = new HashMap<>();
    private final Map<Sku, Integer> gone = new HashMap<>();
    private boolean confirmed;

    void count(Object event) {
      if (event instanceof OrderPlaced e) {
        e.lines().forEach(line -> add(open, line.sku(), line.quantity()));
      } else if (event instanceof OrderConfirmed) {
        confirmed = true;
      } else if (event instanceof LinesCancelled e) {
        e.lines().forEach(this::take);
      } else if (event instanceof ParcelShipped e) {
        e.lines().forEach(this::take);
        e.lines().forEach(units -> add(gone, units.sku(), units.quantity()));
      } else if (event instanceof OrderShipped) {
        open.forEach((sku, units) -> gone.merge(sku, units, Integer::sum));
        open.clear();
      } else if (event instanceof OrderCancelled || event instanceof OrderRejected) {
        open.clear();
      }
    }

    private void take(LineUnits units) {
      open.merge(units.sku(), -units.quantity().value(), Integer::sum);
    }

    private static void add(Map<Sku, Integer> to, Sku sku, Quantity quantity) {
      to.merge(sku, quantity.value(), Integer::sum);
    }
  }

  private void follow(List<Object> events) {
    if (!events.isEmpty() && events.get(0) instanceof OrderPlaced placed) {
      Counting order = new Counting();
      events.forEach(order::count);
      if (order.confirmed) {
        keep(held, placed.order(), order.open);
      }
      keep(shipped, placed.order(), order.gone);
    }
  }

  private void keep(
      Map<OrderId, Map<String, Integer>> where, OrderId order, Map<Sku, Integer> ordered) {
    Map<String, Map<String, Integer>> made = bundlesThen.getOrDefault(order, bundles);
    Map<String, Integer> articles = new TreeMap<>();
    ordered.forEach(
        (sku, units) -> {
          Map<String, Integer> parts = made.getOrDefault(sku.value(), Map.of());
          if (parts.isEmpty()) {
            articles.merge(sku.value(), units, Integer::sum);
          }
          parts.forEach((part, each) -> articles.merge(part, each * units, Integer::sum));
        });
    articles.values().removeIf(units -> units == 0);
    if (!articles.isEmpty()) {
      where.put(order, articles);
    }
  }
}
