package kontor.local.faults;

import java.util.ArrayList;
import java.util.List;
import kontor.audit.Finding;
import kontor.local.audit.Rule;

/**
 * Holds a history against what the stores say after it. What was answered with yes must be there
 * once, what was answered with no must not, and what was not answered may be either.
 */
final class Checker {

  private static final int INTERNAL_ERROR = 500;

  private Checker() {}

  /**
   * @param onEbay the SKUs that a marketplace sells
   */
  static List<Finding> check(List<Entry> history, Observed observed, List<String> onEbay) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new CheckoutRules(history, observed).findings());
    findings.addAll(new FulfilmentRules(history, observed).findings());
    findings.addAll(new StockRules(history, observed, onEbay).findings());
    findings.addAll(new AssortmentRules(history, observed).findings());
    return findings;
  }

  /** Trouble behind the edge is told as such (502 to 504), never as a fault of our own. */
  static Finding noInternalErrors(List<Entry> history) {
    Rule rule = new Rule("no request is answered with an internal error (500)");
    for (Entry entry : history) {
      if (!entry.fault()) {
        rule.check(
            entry.status() != INTERNAL_ERROR,
            entry.operation() + " of " + entry.actor() + " at " + entry.start() + " ms");
      }
    }
    return rule.finding();
  }
}
