package kontor.order.lifecycle;

import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderRefunded;

/**
 * The money of one order.
 *
 * @param captured what came in
 * @param refunded what went back
 * @param reduced by how much less is charged, since lines were cancelled
 * @param captures names of what came in
 * @param refunds names of what went back, an RMA for instance
 */
public record Books(
    Money captured, Money refunded, Money reduced, Set<String> captures, Set<String> refunds) {

  /** The name of a capture that had none: the whole sum, at once. */
  static final String WHOLE = "whole";

  public Books {
    captures = Set.copyOf(captures);
    refunds = Set.copyOf(refunds);
  }

  static Books open(Currency currency) {
    Money none = Money.zero(currency);
    return new Books(none, none, none, Set.of(), Set.of());
  }

  /** What is here of the buyer's money. */
  public Money balance() {
    return captured.minus(refunded);
  }

  /** What does not concern money changes nothing. */
  Books evolve(OrderEvent event) {
    if (event instanceof OrderPaid e) {
      String capture = e.capture() == null ? WHOLE : e.capture();
      return new Books(
          captured.plus(e.amount()), refunded, reduced, with(captures, capture), refunds);
    }
    if (event instanceof OrderRefunded e) {
      return new Books(
          captured, refunded.plus(e.amount()), reduced, captures, with(refunds, e.refund()));
    }
    if (event instanceof LinesCancelled e) {
      return new Books(captured, refunded, reduced.plus(e.amount()), captures, refunds);
    }
    return this;
  }

  private static Set<String> with(Set<String> before, String added) {
    Set<String> now = new HashSet<>(before);
    now.add(added);
    return now;
  }
}
