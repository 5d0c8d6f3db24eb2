package kontor.local.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.audit.Finding;
import kontor.contracts.Sku;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLineShortClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderCancelled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderSent;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.SupplyEvent.StockExpected;

/** Is what arrived on each line of a purchase order in the stock, and what is open expected? */
final class PurchaseAudit {

  private final Map<String, List<Object>> orders;
  private final Map<String, String> booked = new TreeMap<>();
  private final Map<String, Integer> expected = new TreeMap<>();

  PurchaseAudit(Streams streams) {
    orders = streams.of("purchase-order");
    streams.of("stock").values().forEach(events -> events.forEach(this::note));
  }

  /** Receipts with a purchase order's reference; another receipt is none of its business. */
  private void note(Object event) {
    if (event instanceof StockReceived e && e.reference().startsWith("purchase/")) {
      long cents = e.cost() == null ? 0 : e.cost().cents();
      booked.merge(e.reference(), entry(e.sku(), e.quantity().value(), cents), (a, b) -> a + b);
    } else if (event instanceof StockExpected e) {
      expected.put(e.line() + " " + e.sku(), e.quantity().value());
    }
  }

  private static String entry(Sku sku, int units, long cents) {
    return units + " x " + sku + " for " + cents + ";";
  }

  List<Finding> findings() {
    Map<String, String> received = new TreeMap<>();
    Map<String, Integer> open = new TreeMap<>();
    orders.forEach((number, events) -> replay(number, events, received, open));
    expected.values().removeIf(units -> units == 0);
    open.values().removeIf(units -> units == 0);
    return List.of(
        new Finding(
            "what arrived on each purchase order's line is booked once, at its cost",
            received.size(),
            compare(received, booked)),
        new Finding(
            "what is open of purchase orders is expected", orders.size(), compare(open, expected)));
  }

  private static void replay(
      String number, List<Object> events, Map<String, String> received, Map<String, Integer> open) {
    Map<Integer, String> names = new HashMap<>();
    Map<String, Integer> ordered = new HashMap<>();
    for (Object event : events) {
      if (event instanceof PurchaseOrderDrafted e) {
        names.clear();
        ordered.clear();
        e.lines().forEach(l -> names.put(l.line(), number + "/" + l.line() + " " + l.sku()));
        e.lines().forEach(l -> ordered.put(names.get(l.line()), l.quantity().value()));
      } else if (event instanceof PurchaseOrderSent) {
        open.putAll(ordered);
      } else if (event instanceof GoodsReceived e) {
        receive(number, e, received);
        e.goods().forEach(goods -> arrive(goods, names, open));
      } else if (event instanceof PurchaseLineShortClosed e) {
        open.remove(names.getOrDefault(e.line(), ""));
      } else if (event instanceof PurchaseOrderClosed || event instanceof PurchaseOrderCancelled) {
        names.values().forEach(open::remove);
      }
    }
  }

  private static void arrive(
      ReceivedGoods goods, Map<Integer, String> names, Map<String, Integer> open) {
    String line = names.getOrDefault(goods.line(), "");
    open.computeIfPresent(line, (l, n) -> Math.max(0, n - goods.quantity().value()));
  }

  private static void receive(String number, GoodsReceived event, Map<String, String> received) {
    int place = 1;
    for (ReceivedGoods goods : event.goods()) {
      String reference = "purchase/" + number + "/" + event.receipt() + "/" + place++;
      received.put(reference, entry(goods.sku(), goods.quantity().value(), goods.cost().minor()));
    }
  }

  private static <V> List<String> compare(Map<String, V> wanted, Map<String, V> found) {
    List<String> wrong = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          if (!value.equals(found.get(name))) {
            wrong.add(name + ": the order says " + value + ", the stock " + found.get(name));
          }
        });
    found.forEach(
        (name, value) -> {
          if (!wanted.containsKey(name)) {
            wrong.add(name + ": the stock says " + value + ", the order nothing");
          }
        });
    return wrong;
  }
}
