package kontor.order.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.order.ReturnEvent.ReturnExchanged;
import kontor.order.lifecycle.Order.Absent;
import kontor.order.lifecycle.Order.Confirmed;

/**
 * Other goods for goods that came back. They are an order of their own, which is paid with what the
 * returned ones were worth: that sum moves from one order's books to the other's, and what the
 * second order does not use up moves back.
 */
public final class ExchangeDecider {

  private ExchangeDecider() {}

  /**
   * Settles the return and credits its worth to the replacement. Only money that is here can move:
   * what the buyer has not paid yet, or a marketplace keeps, is not exchanged.
   *
   * @param upfront whether the buyer paid before the goods left
   * @param lines of the replacement, from what the returned units are worth; worth no more than
   *     these
   */
  public static List<OrderEvent> exchange(
      Order order,
      String rma,
      List<ReturnedLine> back,
      boolean upfront,
      Function<Money, List<OrderLine>> lines,
      Instant now) {
    List<OrderEvent> returned = ReturnDecider.takeBack(order, rma, back, now);
    if (returned.isEmpty() || !(order instanceof Confirmed taken) || taken.placed().alreadySold()) {
      return List.of();
    }
    Money worth = LineValues.returned(taken, ReturnDecider.units(back));
    List<OrderLine> replacing = lines.apply(worth);
    Money credit =
        replacing.stream().map(OrderLine::total).reduce(Money.zero(worth.currency()), Money::plus);
    Order after = order;
    for (OrderEvent event : returned) {
      after = Order.evolve(after, event);
    }
    Money here = MoneyDecider.overpaid(after, upfront);
    if (credit.isZero() || credit.compareTo(worth) > 0 || credit.compareTo(here) > 0) {
      return List.of();
    }
    OrderId id = taken.placed().order();
    ExchangeOf exchange = new ExchangeOf(id, rma);
    return List.of(
        returned.get(0),
        new ReturnExchanged(id, rma, exchange.replacement(), replacing, now),
        new OrderRefunded(id, ExchangeOf.PROVIDER, exchange.credit(), credit, now));
  }

  /** The replacement: what it costs was credited to it. */
  public static List<OrderEvent> place(Order order, OrderPlaced replacement) {
    ExchangeOf exchange = replacement.exchange();
    if (!(order instanceof Absent) || exchange == null) {
      return List.of();
    }
    return List.of(
        replacement,
        new OrderPaid(
            replacement.order(),
            ExchangeOf.PROVIDER,
            exchange.order().value(),
            exchange.credit(),
            replacement.totals().grand(),
            replacement.placedAt()));
  }
}
