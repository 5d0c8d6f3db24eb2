package kontor.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ParcelEvent.ParcelShipped;

/** The units of one order by the SKU that was ordered: still to be sent, and sent. */
final class OrderUnits {

  private final Map<Sku, Integer> open = new HashMap<>(4);
  private final Map<Sku, Integer> gone = new HashMap<>(4);

  void apply(OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      e.lines().forEach(line -> add(open, line.sku(), line.quantity()));
    } else if (event instanceof LinesCancelled e) {
      take(e.lines());
    } else if (event instanceof ParcelShipped e) {
      take(e.lines());
      e.lines().forEach(units -> add(gone, units.sku(), units.quantity()));
    } else if (event instanceof OrderShipped) {
      open.forEach((sku, units) -> gone.merge(sku, units, Integer::sum));
      open.clear();
    } else if (event instanceof OrderCancelled || event instanceof OrderRejected) {
      open.clear();
    }
  }

  Map<Sku, Integer> open() {
    return open;
  }

  Map<Sku, Integer> gone() {
    return gone;
  }

  private void take(List<LineUnits> lines) {
    lines.forEach(line -> open.merge(line.sku(), -line.quantity().value(), Integer::sum));
  }

  private static void add(Map<Sku, Integer> to, Sku sku, Quantity quantity) {
    to.merge(sku, quantity.value(), Integer::sum);
  }
}
