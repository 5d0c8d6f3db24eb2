package kontor.order.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.order.lifecycle.Order.Absent;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Placed;

/**
 * The money of an order: what is due, what came in, what goes back. Each counts once, by its name.
 */
public final class MoneyDecider {

  private MoneyDecider() {}

  /**
   * What is still to be collected for the goods that have left; zero or less when nothing is. The
   * charge for shipping comes with the first parcel, odd cents with the last one.
   */
  public static Money due(Confirmed order) {
    return chargedForShipped(order).minus(order.books().captured());
  }

  private static Money chargedForShipped(Confirmed order) {
    if (order.stage().compareTo(Stage.SHIPPED) >= 0) {
      return charged(order);
    }
    Money goods = LineValues.shipped(order);
    return order.goods().shippedParcels().isEmpty()
        ? goods
        : goods.plus(order.placed().totals().shipping());
  }

  private static Money charged(Confirmed order) {
    return order.placed().totals().grand().minus(order.books().reduced());
  }

  /** Money came in; that it came, nobody can refuse. */
  public static List<OrderEvent> paid(
      Order order, String provider, String payment, String capture, Money amount, Instant now) {
    return order instanceof Absent || Order.books(order).captures().contains(capture)
        ? List.of()
        : List.of(
            new OrderPaid(Order.placed(order).order(), provider, payment, capture, amount, now));
  }

  /**
   * A transfer came in. With the last of what was asked for an open order is confirmed; what comes
   * for an order that ended, or too much, is booked and goes back.
   *
   * @param transfer names it, such as the bank's id of the booking
   */
  public static List<OrderEvent> received(
      Order order, String provider, String reference, String transfer, Money amount, Instant now) {
    List<OrderEvent> decided =
        new ArrayList<>(paid(order, provider, reference, transfer, amount, now));
    if (!decided.isEmpty()
        && order instanceof Placed open
        && open.request() != null
        && open.books().captured().plus(amount).compareTo(open.request().amount()) >= 0) {
      OrderId id = open.placed().order();
      decided.add(new PaymentAuthorised(id, provider, reference, open.request().amount()));
      decided.add(new OrderConfirmed(id, now));
    }
    return decided;
  }

  /**
   * How much of the buyer's money is not ours; zero or less when none is.
   *
   * @param upfront whether the buyer pays for goods before they leave
   */
  public static Money overpaid(Order order, boolean upfront) {
    Books books = Order.books(order);
    if (!(order instanceof Confirmed taken)) {
      return books.balance();
    }
    Money ours = upfront ? charged(taken) : chargedForShipped(taken);
    Money back = taken.returns().due().orElse(Money.zero(ours.currency()));
    return books.balance().minus(ours.minus(back));
  }

  /** Money went back: never more than is here. */
  public static List<OrderEvent> refunded(
      Order order, String provider, String refund, Money amount, Instant now) {
    if (order instanceof Absent) {
      return List.of();
    }
    Books books = Order.books(order);
    return books.refunds().contains(refund) || amount.compareTo(books.balance()) > 0
        ? List.of()
        : List.of(new OrderRefunded(Order.placed(order).order(), provider, refund, amount, now));
  }
}
