package kontor.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ParcelEvent.ParcelPacked;
import kontor.contracts.order.ParcelEvent.ParcelShipped;

/**
 * The units of one order by line: none may be in two parcels, cancelled and packed, or back without
 * having left.
 */
final class ParcelUnits {

  private final Map<Integer, Integer> ordered = new HashMap<>(4);
  private final Map<Integer, Integer> used = new HashMap<>(4);
  private final Map<Integer, Integer> shipped = new HashMap<>(4);
  private final Map<Integer, Integer> returned = new HashMap<>(1);
  private final Map<String, List<LineUnits>> parcels = new HashMap<>(2);
  private final List<String> otherwise = new ArrayList<>(0);
  private boolean inParcels;

  void apply(OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      e.lines().forEach(line -> ordered.put(line.line(), line.quantity().value()));
    } else if (event instanceof LinesCancelled e) {
      add(used, e.lines());
    } else if (event instanceof ParcelPacked e) {
      add(used, e.lines());
      parcels.put(e.parcel(), e.lines());
    } else if (event instanceof ParcelShipped e) {
      inParcels = true;
      add(shipped, e.lines());
      if (!e.lines().equals(parcels.remove(e.parcel()))) {
        otherwise.add("shipped parcel " + e.parcel() + " otherwise than it was packed");
      }
    } else if (event instanceof OrderShipped && !inParcels) {
      shipped.putAll(ordered); // before there were parcels, it left as a whole
    } else if (event instanceof OrderReturned e) {
      e.lines().forEach(l -> returned.merge(l.line(), l.quantity().value(), Integer::sum));
    }
  }

  List<String> wrong() {
    List<String> wrong = new ArrayList<>(otherwise);
    exceeds(used, ordered, "cancels and packs", wrong);
    exceeds(shipped, ordered, "ships", wrong);
    exceeds(returned, shipped, "takes back", wrong);
    return wrong;
  }

  private static void exceeds(
      Map<Integer, Integer> units, Map<Integer, Integer> most, String what, List<String> wrong) {
    units.forEach(
        (line, number) -> {
          int limit = most.getOrDefault(line, 0);
          if (number > limit) {
            wrong.add(what + " " + number + " of line " + line + ", of which there are " + limit);
          }
        });
  }

  private static void add(Map<Integer, Integer> to, List<LineUnits> lines) {
    lines.forEach(line -> to.merge(line.line(), line.quantity().value(), Integer::sum));
  }
}
