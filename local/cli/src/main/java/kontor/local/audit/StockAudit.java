package kontor.local.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;

/** Do the movements of each SKU add up to its level, and was nothing promised that is not there? */
final class StockAudit {

  private final Map<String, List<Object>> stock;
  private final OrderBooks orders;
  private final OrderUnits units;
  private final Map<OrderId, Map<String, Integer>> held = new HashMap<>();
  private final Map<OrderId, Map<String, Integer>> picked = new HashMap<>();

  StockAudit(Streams streams, OrderBooks orders, OrderUnits units) {
    this.stock = streams.of("stock");
    this.orders = orders;
    this.units = units;
  }

  List<Finding> findings() {
    List<String> sums = new ArrayList<>();
    List<String> negative = new ArrayList<>();
    List<String> offers = new ArrayList<>();
    stock.forEach((sku, events) -> replay(sku, events, sums, negative, offers));
    return List.of(
        new Finding(
            "the stock ledger adds up to the level of each SKU and location", stock.size(), sums),
        new Finding("no unit is promised that is not there", stock.size(), negative),
        new Finding("no channel is offered more than its part", stock.size(), offers),
        new Finding(
            "what is held equals the open units of each order",
            orders.count(),
            compare("holds", units.held(), held)),
        new Finding(
            "what was picked equals what each order shipped",
            orders.count(),
            compare("picked", units.shipped(), picked)));
  }

  private static List<String> compare(
      String what,
      Map<OrderId, Map<String, Integer>> wanted,
      Map<OrderId, Map<String, Integer>> found) {
    Set<OrderId> orders = new HashSet<>(wanted.keySet());
    orders.addAll(found.keySet());
    List<String> wrong = new ArrayList<>();
    for (OrderId order : orders) {
      Map<String, Integer> right = wanted.getOrDefault(order, Map.of());
      Map<String, Integer> there = found.getOrDefault(order, Map.of());
      if (!right.equals(there)) {
        wrong.add("order " + order + ": " + what + " " + there + ", should be " + right);
      }
    }
    return wrong;
  }

  /** Replays one SKU; what it finds is added to the lists. */
  private void replay(
      String sku,
      List<Object> events,
      List<String> sums,
      List<String> negative,
      List<String> offers) {
    StockReplay replay = new StockReplay();
    boolean forced = false;
    int limit = 0;
    for (Object event : events) {
      if (event instanceof StockLevelChanged level) {
        if (!replay.gives(level)) {
          sums.add(sku + ": movements give " + replay + ", the level says " + level);
        }
        replay.offeredTooMuch(level).forEach(offer -> offers.add(sku + ": " + offer));
        limit = Math.max(limit, replay.limit());
        if (level.available() < -limit && !forced) {
          negative.add(sku + ": " + level.available() + " available");
        }
      } else {
        forced |= event instanceof StockReserved e && orders.alreadySold(e.order());
        replay.apply(event);
      }
    }
    replay.held().forEach((order, units) -> note(held, order, sku, units));
    replay.picked().forEach((order, units) -> note(picked, order, sku, units));
  }

  private static void note(
      Map<OrderId, Map<String, Integer>> where, OrderId order, String sku, int units) {
    where.computeIfAbsent(order, o -> new TreeMap<>()).put(sku, units);
  }
}
