package kontor.order.lifecycle;

import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.ReturnedLine;

/**
 * Money and goods after shipping.
 *
 * @param captured what the provider took
 * @param refunded what went back
 * @param returns RMAs taken back
 * @param refunds RMAs paid back
 * @param returned units per line that came back
 */
public record Settlement(
    Money captured,
    Money refunded,
    Set<String> returns,
    Set<String> refunds,
    Map<Integer, Integer> returned) {

  public Settlement {
    returns = Set.copyOf(returns);
    refunds = Set.copyOf(refunds);
    returned = Map.copyOf(returned);
  }

  static Settlement open(Currency currency) {
    Money none = Money.zero(currency);
    return new Settlement(none, none, Set.of(), Set.of(), Map.of());
  }

  Settlement evolve(OrderEvent event) {
    if (event instanceof OrderPaid e) {
      return new Settlement(captured.plus(e.amount()), refunded, returns, refunds, returned);
    }
    if (event instanceof OrderReturned e) {
      Map<Integer, Integer> units = new HashMap<>(returned);
      for (ReturnedLine line : e.lines()) {
        units.merge(line.line(), line.quantity().value(), Integer::sum);
      }
      return new Settlement(captured, refunded, with(returns, e.rma()), refunds, units);
    }
    if (event instanceof OrderRefunded e) {
      return new Settlement(
          captured, refunded.plus(e.amount()), returns, with(refunds, e.refund()), returned);
    }
    throw new IllegalArgumentException("no rule for " + event + " after shipping");
  }

  private static Set<String> with(Set<String> before, String added) {
    Set<String> now = new HashSet<>(before);
    now.add(added);
    return now;
  }
}
