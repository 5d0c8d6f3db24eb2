package kontor.order.giftcard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kontor.contracts.Money;

/**
 * What one order does with a gift card.
 *
 * @param held kept for it and not captured yet
 * @param captures what came of each capture, by name
 * @param releases names of what was given up
 * @param refunds what went back with each refund, by name
 * @param voided whether nothing will be held for it any more
 */
public record CardPayment(
    Money held,
    Map<String, Money> captures,
    Set<String> releases,
    Map<String, Money> refunds,
    boolean voided) {

  public CardPayment {
    captures = Map.copyOf(captures);
    releases = Set.copyOf(releases);
    refunds = Map.copyOf(refunds);
  }

  static CardPayment of(Money held) {
    return new CardPayment(held, Map.of(), Set.of(), Map.of(), false);
  }

  public Money captured() {
    return sum(captures);
  }

  public Money refunded() {
    return sum(refunds);
  }

  /** How much of the card is the order's. */
  Money taken() {
    return held.plus(captured()).minus(refunded());
  }

  private Money sum(Map<String, Money> parts) {
    return parts.values().stream().reduce(Money.zero(held.currency()), Money::plus);
  }

  CardPayment captured(String name, Money amount) {
    return new CardPayment(
        held.minus(amount), with(captures, name, amount), releases, refunds, voided);
  }

  CardPayment released(String name, Money amount) {
    Set<String> names = new HashSet<>(releases);
    names.add(name);
    return new CardPayment(held.minus(amount), captures, names, refunds, voided);
  }

  CardPayment refunded(String name, Money amount) {
    return new CardPayment(held, captures, releases, with(refunds, name, amount), voided);
  }

  CardPayment voided(Money amount) {
    return new CardPayment(held.minus(amount), captures, releases, refunds, true);
  }

  private static Map<String, Money> with(Map<String, Money> before, String name, Money amount) {
    Map<String, Money> now = new HashMap<>(before);
    now.put(name, amount);
    return now;
  }
}
