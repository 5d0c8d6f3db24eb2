package kontor.local.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.audit.Finding;
import kontor.local.audit.Rule;
import kontor.local.faults.Observed.OrderFacts;

/** Has every shipment, cancellation and return that was answered with yes happened, and once? */
final class FulfilmentRules {

  private static final Set<String> ENDED = Set.of("REJECTED", "CANCELLED");

  private final List<Entry> history;
  private final Map<String, OrderFacts> orders;

  FulfilmentRules(List<Entry> history, Observed observed) {
    this.history = history;
    this.orders = observed.orders();
  }

  List<Finding> findings() {
    return List.of(
        answered("ship", "shipment", OrderFacts::shipments),
        answered("cancel", "cancellation", OrderFacts::cancellations),
        takenBack(),
        refused("ship", "shipment", OrderFacts::shipments),
        refused("cancel", "cancellation", OrderFacts::cancellations),
        refused("returns", "return", OrderFacts::returns),
        once(),
        paid(),
        refunded());
  }

  /** An order that was shipped before answers yes to a second wish as well: one of them counts. */
  private Finding answered(
      String operation, String word, Function<OrderFacts, List<String>> effects) {
    Rule rule = new Rule("every answered " + word + " is in its order once");
    List<Attempts> attempts = Attempts.of(history, "attempt", List.of(operation));
    Set<String> possible = names(attempts, a -> !a.refused());
    for (Attempts attempt : attempts) {
      if (attempt.answered()) {
        String id = attempt.first().argument("order");
        OrderFacts order = orders.get(id);
        boolean there =
            order != null
                && effects.apply(order).size() == 1
                && possible.contains(effects.apply(order).get(0));
        rule.check(there, attempt.name() + " of order " + id + ": " + order);
      }
    }
    return rule.finding();
  }

  /** An order may come back in parts, each under a name of its own. */
  private Finding takenBack() {
    Rule rule = new Rule("every answered return is in its order once");
    for (Attempts attempt : Attempts.of(history, "attempt", List.of("returns"))) {
      if (attempt.answered()) {
        String id = attempt.first().argument("order");
        OrderFacts order = orders.get(id);
        int times = order == null ? 0 : Collections.frequency(order.returns(), attempt.name());
        rule.check(times == 1, attempt.name() + " of order " + id + ": " + order);
      }
    }
    return rule.finding();
  }

  private Finding refused(
      String operation, String word, Function<OrderFacts, List<String>> effects) {
    Rule rule = new Rule("no refused " + word + " has an effect");
    List<Attempts> attempts = Attempts.of(history, "attempt", List.of(operation));
    Set<String> happened = new HashSet<>();
    orders.values().forEach(order -> happened.addAll(effects.apply(order)));
    for (String name : names(attempts, Attempts::refused)) {
      rule.check(!happened.contains(name), name + " was refused and has happened");
    }
    return rule.finding();
  }

  private Finding once() {
    Rule rule = new Rule("no order is shipped twice, nor cancelled twice, nor both");
    orders.forEach(
        (id, order) ->
            rule.check(
                order.shipments().size() + order.cancellations().size() <= 1, id + ": " + order));
    return rule.finding();
  }

  private Finding paid() {
    Rule rule = new Rule("every order is paid once when it is shipped, else never");
    orders.forEach(
        (id, order) -> {
          int times = order.replaces().isEmpty() ? order.shipments().size() : 0;
          rule.check(order.payments() == times, id + ": " + order);
        });
    return rule.finding();
  }

  private Finding refunded() {
    Rule rule = new Rule("every return is refunded or exchanged once");
    orders.forEach(
        (id, order) -> {
          List<String> open = new ArrayList<>(order.refunds());
          open.addAll(order.credits());
          order
              .returns()
              .forEach(rma -> rule.check(open.remove(rma), id + ": no refund of " + rma));
          if (!order.replaces().isEmpty() && ENDED.contains(order.status())) {
            rule.check(open.size() == 1, id + ": its credit went back " + open);
            open.clear();
          }
          open.forEach(refund -> rule.check(false, id + ": refund of " + refund + " too many"));
        });
    return rule.finding();
  }

  private static Set<String> names(List<Attempts> all, Function<Attempts, Boolean> which) {
    return all.stream().filter(which::apply).map(Attempts::name).collect(Collectors.toSet());
  }
}
