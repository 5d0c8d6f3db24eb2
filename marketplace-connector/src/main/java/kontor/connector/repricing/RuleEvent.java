package kontor.connector.repricing;

import kontor.contracts.EventType;

/** What a manager sets for an account's repricing. Stays in this service. */
public sealed interface RuleEvent {

  /** The rule is new, or replaces the one with its id. */
  @EventType("kontor.repricing.rule-set.v1")
  record RuleSet(RepricingRule rule) implements RuleEvent {}

  /** There is no such rule any more. */
  @EventType("kontor.repricing.rule-removed.v1")
  record RuleRemoved(String id) implements RuleEvent {}

  /** What a sale costs on the account. */
  @EventType("kontor.repricing.terms-set.v1")
  record TermsSet(Terms terms) implements RuleEvent {}
}
