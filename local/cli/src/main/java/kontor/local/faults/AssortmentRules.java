package kontor.local.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.audit.Finding;
import kontor.local.audit.Rule;

/** Are prices and product files what their answers said? */
final class AssortmentRules {

  private final List<Entry> history;
  private final Observed observed;

  AssortmentRules(List<Entry> history, Observed observed) {
    this.history = history;
    this.observed = observed;
  }

  List<Finding> findings() {
    return List.of(prices(), imports());
  }

  /** One person changes prices, one after the other. What was not answered may come late. */
  private Finding prices() {
    Rule rule = new Rule("the price is the last that was answered, or one without an answer");
    Map<String, String> last = new HashMap<>();
    Map<String, Set<String>> open = new HashMap<>();
    for (Entry entry : history) {
      if (entry.operation().equals("price")) {
        String sku = entry.argument("sku");
        if (entry.ok()) {
          last.put(sku, entry.argument("amount"));
        } else if (entry.unknown()) {
          open.computeIfAbsent(sku, s -> new HashSet<>()).add(entry.argument("amount"));
        }
      }
    }
    last.forEach(
        (sku, amount) -> {
          String now = observed.prices().getOrDefault(sku, "");
          boolean right = now.equals(amount) || open.getOrDefault(sku, Set.of()).contains(now);
          rule.check(right, sku + " costs " + now + ", answered was " + amount);
        });
    return rule.finding();
  }

  /**
   * An import whose process died says so; it never stays open, and never loses a row in silence.
   */
  private Finding imports() {
    Rule rule = new Rule("every accepted import is done, or says that it was interrupted");
    for (Entry entry : history) {
      if (entry.operation().equals("import") && entry.ok()) {
        String id = entry.answer().getOrDefault("import", "");
        String state = observed.imports().getOrDefault(id, "missing");
        boolean right =
            state.equals("DONE " + entry.number("rows")) || state.startsWith("INTERRUPTED");
        rule.check(right, entry.argument("file") + ": " + state);
      }
    }
    return rule.finding();
  }
}
