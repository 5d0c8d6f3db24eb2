package kontor.local.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.contracts.stock.StockEvent.StockAdjusted;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.StockReturned;
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
    stock.forEach((sku, events) -> new Replay(sku, events, sums, negative).run());
    return List.of(
        new Finding("the stock ledger adds up to the level of each SKU", stock.size(), sums),
        new Finding("no unit is promised that is not there", stock.size(), negative),
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

  /** One SKU's movements, in order. */
  private final class Replay {
    private final String sku;
    private final List<Object> events;
    private final List<String> sums;
    private final List<String> negative;
    private final Map<OrderId, Integer> holds = new HashMap<>();
    private int onHand;
    private boolean forced;

    Replay(String sku, List<Object> events, List<String> sums, List<String> negative) {
      this.sku = sku;
      this.events = events;
      this.sums = sums;
      this.negative = negative;
    }

    void run() {
      for (Object event : events) {
        if (event instanceof StockLevelChanged level) {
          compare(level);
        } else {
          apply(event);
        }
      }
      holds.forEach(
          (order, units) -> held.computeIfAbsent(order, o -> new TreeMap<>()).put(sku, units));
    }

    private void apply(Object event) {
      if (event instanceof StockReceived e) {
        onHand += e.quantity().value();
      } else if (event instanceof StockAdjusted e) {
        onHand += e.delta();
      } else if (event instanceof StockReturned e) {
        onHand += e.quantity().value();
      } else if (event instanceof StockReserved e) {
        forced |= orders.alreadySold(e.order());
        holds.put(e.order(), e.quantity().value());
      } else if (event instanceof StockReleased e) {
        less(e.order(), e.quantity().value());
      } else if (event instanceof StockPicked e) {
        onHand -= e.quantity().value();
        less(e.order(), e.quantity().value());
        picked
            .computeIfAbsent(e.order(), o -> new TreeMap<>())
            .merge(sku, e.quantity().value(), Integer::sum);
      }
    }

    /** Below zero stays there, so that it is found. */
    private void less(OrderId order, int units) {
      int rest = holds.merge(order, -units, Integer::sum);
      if (rest == 0) {
        holds.remove(order);
      }
    }

    private void compare(StockLevelChanged level) {
      int reserved = holds.values().stream().mapToInt(Integer::intValue).sum();
      if (level.onHand() != onHand
          || level.reserved() != reserved
          || level.available() != onHand - reserved) {
        sums.add(sku + ": movements give " + onHand + "/" + reserved + ", the level says " + level);
      }
      if (level.available() < 0 && !forced) {
        negative.add(sku + ": " + level.available() + " available");
      }
    }
  }
}
