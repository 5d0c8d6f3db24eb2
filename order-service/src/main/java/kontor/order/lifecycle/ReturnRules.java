package kontor.order.lifecycle;

import java.math.BigInteger;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.order.lifecycle.Order.Shipped;

/** What a buyer gets back for returned goods: what was paid for them, discounts taken off. */
final class ReturnRules {

  private ReturnRules() {}

  /**
   * The part of the line's total that these units had. Rounded down on the units returned so far,
   * so that all parts together are exactly the line's total. Empty when there are not so many
   * units.
   */
  static Optional<Money> refund(Shipped order, ReturnedLine returned) {
    int before = order.books().returned().getOrDefault(returned.line(), 0);
    int after = before + returned.quantity().value();
    return order.placed().lines().stream()
        .filter(line -> line.line() == returned.line() && line.sku().equals(returned.sku()))
        .filter(line -> !returned.quantity().isZero() && after <= line.quantity().value())
        .findFirst()
        .map(line -> share(line, after).minus(share(line, before)));
  }

  private static Money share(OrderLine line, int units) {
    BigInteger part =
        BigInteger.valueOf(line.total().minor())
            .multiply(BigInteger.valueOf(units))
            .divide(BigInteger.valueOf(line.quantity().value()));
    return new Money(part.longValueExact(), line.total().currency());
  }
}
