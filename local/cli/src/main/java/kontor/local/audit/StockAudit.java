package kontor.local.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
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
  private final Map<String, Map<OrderId, Integer>> held = new HashMap<>();

  StockAudit(Streams streams, OrderBooks orders) {
    this.stock = streams.of("stock");
    this.orders = orders;
  }

  List<Finding> findings() {
    List<String> sums = new ArrayList<>();
    List<String> negative = new ArrayList<>();
    stock.forEach((sku, events) -> new Replay(sku, events, sums, negative).run());
    return List.of(
        new Finding("the stock ledger adds up to the level of each SKU", stock.size(), sums),
        new Finding("no unit is promised that is not there", stock.size(), negative),
        new Finding("what is held equals the lines of open orders", orders.count(), open()));
  }

  private List<String> open() {
    List<String> wrong = new ArrayList<>();
    Map<OrderId, Map<String, Integer>> byOrder = new HashMap<>();
    held.forEach(
        (sku, orders) ->
            orders.forEach(
                (order, units) ->
                    byOrder.computeIfAbsent(order, o -> new HashMap<>()).put(sku, units)));
    orders
        .held()
        .forEach(
            (order, lines) -> {
              Map<String, Integer> there = byOrder.remove(order);
              if (!lines.equals(there)) {
                wrong.add("order " + order + " should hold " + lines + ", holds " + there);
              }
            });
    byOrder.forEach((order, lines) -> wrong.add("order " + order + " ended and holds " + lines));
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
      held.put(sku, Map.copyOf(holds));
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
        holds.remove(e.order());
      } else if (event instanceof StockPicked e) {
        onHand -= new Quantity(holds.getOrDefault(e.order(), 0)).value();
        holds.remove(e.order());
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
