package kontor.local.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.audit.Finding;
import kontor.local.audit.Rule;
import kontor.local.faults.Observed.OrderFacts;

/** Is there one order for each checkout that was answered with yes, and none for any other? */
final class CheckoutRules {

  private final List<Attempts> checkouts;
  private final List<Entry> history;
  private final Map<String, OrderFacts> orders;

  CheckoutRules(List<Entry> history, Observed observed) {
    this.history = history;
    this.checkouts = Attempts.of(history, "key", List.of("checkout"));
    this.orders = observed.orders();
  }

  List<Finding> findings() {
    return List.of(accepted(), oneOrderPerKey(), noneElse(), settled(), purchases());
  }

  private Finding accepted() {
    Rule rule = new Rule("every accepted checkout is an order of its lines");
    for (Attempts checkout : checkouts) {
      if (checkout.answered()) {
        String id = order(checkout);
        OrderFacts order = orders.get(id);
        boolean same =
            order != null && order.units().equals(checkout.first().arguments().get("units"));
        rule.check(same, "key " + checkout.name() + ": order " + id + " is " + order);
      }
    }
    return rule.finding();
  }

  private Finding oneOrderPerKey() {
    Rule rule = new Rule("a key gives one order, however often it is sent");
    Map<String, String> keys = new HashMap<>();
    for (Attempts checkout : checkouts) {
      Set<String> ids = new HashSet<>();
      checkout.entries().stream().filter(Entry::ok).forEach(e -> ids.add(orderOf(e)));
      rule.check(ids.size() <= 1, "key " + checkout.name() + " gave orders " + ids);
      for (String id : ids) {
        String other = keys.put(id, checkout.name());
        rule.check(other == null, "order " + id + " has keys " + other + ", " + checkout.name());
      }
    }
    return rule.finding();
  }

  /** An order that nobody was told of must be that of a checkout without an answer. */
  private Finding noneElse() {
    Rule rule = new Rule("what was refused, or never asked for, is no order");
    Set<String> told = new HashSet<>();
    List<Object> open = new ArrayList<>();
    for (Attempts checkout : checkouts) {
      if (checkout.answered()) {
        told.add(order(checkout));
      } else if (checkout.unknown()) {
        open.add(checkout.first().arguments().get("units"));
      }
    }
    orders.forEach(
        (id, order) -> {
          if (!order.replaces().isEmpty()) {
            rule.check(returned(order.replaces()), "nothing came back for " + id + ": " + order);
          } else if (order.externalId().isEmpty() && !told.contains(id)) {
            rule.check(open.remove(order.units()), "nobody ordered " + id + ": " + order);
          } else {
            rule.check(true, "");
          }
        });
    return rule.finding();
  }

  private boolean returned(String replaced) {
    int end = replaced.indexOf('/');
    OrderFacts before = orders.get(replaced.substring(0, end));
    return before != null && before.returns().contains(replaced.substring(end + 1));
  }

  private Finding settled() {
    Rule rule = new Rule("every order is final");
    orders.forEach(
        (id, order) -> rule.check(!order.status().equals("PLACED"), id + " is still open"));
    return rule.finding();
  }

  private Finding purchases() {
    Rule rule = new Rule("every purchase on eBay is one order");
    Map<String, Integer> times = new HashMap<>();
    orders.values().forEach(order -> times.merge(order.externalId(), 1, Integer::sum));
    for (Entry entry : history) {
      if (entry.operation().equals("ebay-purchase") && entry.ok()) {
        String id = entry.answer().getOrDefault("external", "");
        int found = times.getOrDefault(id, 0);
        rule.check(found == 1, "eBay's order " + id + " is here " + found + " times");
      }
    }
    return rule.finding();
  }

  private static String order(Attempts checkout) {
    return checkout.entries().stream()
        .filter(Entry::ok)
        .map(CheckoutRules::orderOf)
        .findFirst()
        .orElse("");
  }

  private static String orderOf(Entry entry) {
    return entry.answer().getOrDefault("order", "");
  }
}
