package kontor.local.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ParcelEvent.ParcelPacked;
import kontor.contracts.order.ParcelEvent.ParcelShipped;

/** Is no unit of a line in two parcels, cancelled and packed, or back without having left? */
final class ParcelAudit {

  private final Map<String, List<Object>> orders;

  ParcelAudit(Streams streams) {
    this(streams.of("order"));
  }

  ParcelAudit(Map<String, List<Object>> orders) {
    this.orders = orders;
  }

  List<Finding> findings() {
    List<String> wrong = new ArrayList<>();
    orders.forEach(
        (id, events) -> {
          Units units = new Units();
          events.forEach(units::count);
          units.wrong().forEach(reason -> wrong.add("order " + id + " " + reason));
        });
    return List.of(
        new Finding("parcels, cancellations and returns fit the lines", orders.size(), wrong));
  }

  /** The units of one order by line. */
  private static final class Units {
    private final Map<Integer, Integer> ordered = new HashMap<>();
    private final Map<Integer, Integer> used = new HashMap<>();
    private final Map<Integer, Integer> shipped = new HashMap<>();
    private final Map<Integer, Integer> returned = new HashMap<>();
    private final Map<String, List<LineUnits>> parcels = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private boolean inParcels;

    void count(Object event) {
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
          wrong.add("shipped parcel " + e.parcel() + " otherwise than it was packed");
        }
      } else if (event instanceof OrderShipped && !inParcels) {
        shipped.putAll(ordered); // before there were parcels, it left as a whole
      } else if (event instanceof OrderReturned e) {
        e.lines().forEach(l -> returned.merge(l.line(), l.quantity().value(), Integer::sum));
      }
    }

    List<String> wrong() {
      exceeds(used, ordered, "cancels and packs");
      exceeds(shipped, ordered, "ships");
      exceeds(returned, shipped, "takes back");
      return wrong;
    }

    private void exceeds(Map<Integer, Integer> units, Map<Integer, Integer> most, String what) {
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
}
