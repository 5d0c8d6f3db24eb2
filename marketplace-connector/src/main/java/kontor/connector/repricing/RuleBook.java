package kontor.connector.repricing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.connector.repricing.RuleEvent.RuleRemoved;
import kontor.connector.repricing.RuleEvent.RuleSet;
import kontor.connector.repricing.RuleEvent.TermsSet;

/**
 * An account's rules by id, and its terms.
 *
 * @param terms {@link Terms#NONE} until somebody sets them
 */
public record RuleBook(Map<String, RepricingRule> rules, Terms terms) {

  public static final RuleBook EMPTY = new RuleBook(Map.of(), Terms.NONE);

  /** A book is read whole. */
  static final int MOST_RULES = 2_000;

  public RuleBook {
    rules = Map.copyOf(rules);
  }

  /** In the order of their ids. */
  public List<RepricingRule> all() {
    return List.copyOf(new TreeMap<>(rules).values());
  }

  RuleChoice choice() {
    return new RuleChoice(rules);
  }

  /**
   * @throws FieldException if there are too many
   */
  List<RuleEvent> set(RepricingRule rule) {
    if (rule.equals(rules.get(rule.id()))) {
      return List.of();
    }
    if (!rules.containsKey(rule.id()) && rules.size() >= MOST_RULES) {
      throw new FieldException("id", "an account has at most %d rules".formatted(MOST_RULES));
    }
    return List.of(new RuleSet(rule));
  }

  List<RuleEvent> remove(String id) {
    return rules.containsKey(id) ? List.of(new RuleRemoved(id)) : List.of();
  }

  List<RuleEvent> agree(Terms now) {
    return now.equals(terms) ? List.of() : List.of(new TermsSet(now));
  }

  /** Never refuses: it happened. */
  RuleBook evolve(RuleEvent event) {
    Map<String, RepricingRule> changed = new TreeMap<>(rules);
    if (event instanceof RuleSet e) {
      changed.put(e.rule().id(), e.rule());
      return new RuleBook(changed, terms);
    }
    if (event instanceof RuleRemoved e) {
      changed.remove(e.id());
      return new RuleBook(changed, terms);
    }
    if (event instanceof TermsSet e) {
      return new RuleBook(rules, e.terms());
    }
    throw new IllegalArgumentException("no rule for " + event);
  }
}
