package kontor.local.faults;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.audit.Finding;
import kontor.local.audit.Rule;
import kontor.local.faults.Observed.StockFacts;

/** Is there what the answers of the warehouse and the streams of the orders add up to? */
final class StockRules {

  private final List<Attempts> bookings;
  private final Observed observed;
  private final Set<String> onEbay;

  /**
   * @param onEbay what a marketplace sells may be promised without being there
   */
  StockRules(List<Entry> history, Observed observed, List<String> onEbay) {
    this.bookings = Attempts.of(history, "reference", List.of("receipt", "adjustment"));
    this.observed = observed;
    this.onEbay = new HashSet<>(onEbay);
  }

  List<Finding> findings() {
    return List.of(booked(), refused(), arithmetic(), promised());
  }

  private Finding booked() {
    Rule rule = new Rule("every answered booking is in the ledger once");
    Map<String, Integer> times = times();
    for (Attempts booking : bookings) {
      int found = times.getOrDefault(ledgerName(booking), 0);
      if (booking.answered()) {
        rule.check(found == 1, booking.name() + " is in the ledger " + found + " times");
      }
    }
    return rule.finding();
  }

  private Finding refused() {
    Rule rule = new Rule("no refused booking is in the ledger, no other more than once");
    Map<String, Integer> times = times();
    for (Attempts booking : bookings) {
      int found = times.getOrDefault(ledgerName(booking), 0);
      int most = booking.refused() ? 0 : 1;
      rule.check(found <= most, booking.name() + " is in the ledger " + found + " times");
    }
    return rule.finding();
  }

  /** Bookings count by the history, shipments and returns by the orders: neither is the stock's. */
  private Finding arithmetic() {
    Rule rule = new Rule("receipts + adjustments - shipped + returned = on hand");
    Map<String, Integer> expected = new TreeMap<>();
    Map<String, Integer> times = times();
    for (Attempts booking : bookings) {
      if (booking.answered() || times.containsKey(ledgerName(booking))) {
        Entry entry = booking.first();
        expected.merge(entry.argument("sku"), entry.number("delta"), Integer::sum);
      }
    }
    observed.orders().values().forEach(order -> move(order, expected));
    observed
        .stock()
        .forEach(
            (sku, stock) -> {
              int sum = expected.getOrDefault(sku, 0);
              rule.check(sum == stock.onHand(), sku + ": " + sum + " expected, " + stock);
            });
    return rule.finding();
  }

  /** A return is always one unit of the first line; lines are in the order of their SKUs. */
  private static void move(Observed.OrderFacts order, Map<String, Integer> expected) {
    if (!order.shipments().isEmpty()) {
      order.units().forEach((sku, units) -> expected.merge(sku, -units, Integer::sum));
      String first = Collections.min(order.units().keySet());
      expected.merge(first, order.returns().size(), Integer::sum);
    }
  }

  private Finding promised() {
    Rule rule = new Rule("nothing is promised that is not there, where no marketplace sells");
    observed
        .stock()
        .forEach(
            (sku, stock) -> {
              if (!onEbay.contains(sku)) {
                rule.check(stock.available() >= 0, sku + ": " + stock.available() + " available");
              }
            });
    return rule.finding();
  }

  private Map<String, Integer> times() {
    Map<String, Integer> times = new HashMap<>();
    for (StockFacts stock : observed.stock().values()) {
      stock.bookings().forEach(reference -> times.merge(reference, 1, Integer::sum));
    }
    return times;
  }

  /** As inventory calls it: its kind before it, and for a receipt the line behind it. */
  private static String ledgerName(Attempts booking) {
    String name = booking.first().operation() + "/" + booking.name();
    return name.startsWith("receipt") ? name + "/1" : name;
  }
}
