package kontor.order.lifecycle;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.order.lifecycle.Order.Confirmed;

/**
 * What units of an order are worth: what the buyer was charged for them, discounts taken off. A
 * part of a line is rounded down; the last part is what is left, so that no cent is lost or made.
 */
final class LineValues {

  private LineValues() {}

  static Optional<OrderLine> line(Confirmed order, LineUnits units) {
    return order.lines().stream()
        .filter(line -> line.line() == units.line() && line.sku().equals(units.sku()))
        .findFirst();
  }

  /** Whether each line is named once, with at least one unit. */
  static boolean wellFormed(List<LineUnits> units) {
    return !units.isEmpty()
        && units.stream().map(LineUnits::line).distinct().count() == units.size()
        && units.stream().noneMatch(one -> one.quantity().isZero());
  }

  /** By how much less is charged when these units are not shipped. */
  static Money cancelled(Confirmed order, List<LineUnits> units) {
    Money sum = none(order);
    for (LineUnits one : units) {
      OrderLine line = line(order, one).orElseThrow();
      int before = cancelled(order, line);
      sum = sum.plus(share(line, before + one.quantity().value())).minus(share(line, before));
    }
    return sum;
  }

  /** What the buyer paid for these units that come back. */
  static Money returned(Confirmed order, List<LineUnits> units) {
    Money sum = none(order);
    for (LineUnits one : units) {
      OrderLine line = line(order, one).orElseThrow();
      int before = order.returns().returned(line.line());
      sum =
          sum.plus(charged(order, line, before + one.quantity().value()))
              .minus(charged(order, line, before));
    }
    return sum;
  }

  /** What is charged for all that has left the house. */
  static Money shipped(Confirmed order) {
    Money sum = none(order);
    for (OrderLine line : order.lines()) {
      sum = sum.plus(charged(order, line, order.goods().shipped(line.line())));
    }
    return sum;
  }

  /** For the last units of a line, that is what the cancelled ones left. */
  private static Money charged(Confirmed order, OrderLine line, int units) {
    int cancelled = cancelled(order, line);
    return units > 0 && units + cancelled == line.quantity().value()
        ? line.total().minus(share(line, cancelled))
        : share(line, units);
  }

  private static int cancelled(Confirmed order, OrderLine line) {
    return order.goods().cancelled().getOrDefault(line.line(), 0);
  }

  private static Money none(Confirmed order) {
    return Money.zero(order.placed().totals().grand().currency());
  }

  private static Money share(OrderLine line, int units) {
    BigInteger part =
        BigInteger.valueOf(line.total().minor())
            .multiply(BigInteger.valueOf(units))
            .divide(BigInteger.valueOf(line.quantity().value()));
    return new Money(part.longValueExact(), line.total().currency());
  }
}
