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
    return units.stream()
        .map(
            one -> cancelled(order.goods(), line(order, one).orElseThrow(), one.quantity().value()))
        .reduce(none(order), Money::plus);
  }

  /** The units that leave nothing open take what the parcels of the line leave. */
  static Money cancelled(Goods goods, OrderLine line, int units) {
    int gone = goods.cancelled().getOrDefault(line.line(), 0) + units;
    int packed = Goods.units(goods.parcels(), line.line());
    Money all =
        gone + packed == line.quantity().value()
            ? line.total().minus(share(line, packed))
            : share(line, gone);
    return all.minus(reduced(goods, line));
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

  /**
   * What is charged for the first so many units of a line that leave. For the last units of a line,
   * that is what the cancelled ones left.
   */
  static Money charged(Confirmed order, OrderLine line, int units) {
    int cancelled = order.goods().cancelled().getOrDefault(line.line(), 0);
    return units > 0 && units + cancelled == line.quantity().value()
        ? line.total().minus(reduced(order.goods(), line))
        : share(line, units);
  }

  private static Money reduced(Goods goods, OrderLine line) {
    return goods.reduced().getOrDefault(line.line(), Money.zero(line.total().currency()));
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
