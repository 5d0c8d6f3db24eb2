package kontor.order.lifecycle;

import java.time.Clock;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.ExchangeOf;
import kontor.eventstore.Origin;
import kontor.order.payment.PaymentProvider;

/**
 * Pays an order with the credit of a return. The credit is in the order's books from its placing
 * on; what is refunded is booked as money that came in for the order of the returned goods, whose
 * own provider sends it to the buyer.
 */
public final class ExchangePayment implements PaymentProvider {

  private final Orders orders;
  private final Clock clock;

  public ExchangePayment(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @Override
  public String name() {
    return ExchangeOf.PROVIDER;
  }

  /** No buyer can choose it. */
  @Override
  public boolean offers(String method) {
    return false;
  }

  @Override
  public boolean upfront() {
    return true;
  }

  @Override
  public Authorisation authorise(Purchase purchase) {
    return new Authorisation.Authorised(ExchangeOf.PROVIDER + "-" + purchase.order());
  }

  @Override
  public Money capture(OrderId order, String capture, Money amount) {
    return Money.zero(amount.currency()); // all of it came with the placing
  }

  @Override
  public void cancel(OrderId order) {
    // the credit goes back as a refund
  }

  @Override
  public Money refund(OrderId order, String refund, Money amount) {
    ExchangeOf exchange = Order.placed(orders.find(order)).exchange();
    if (exchange == null) {
      throw new IllegalStateException("order " + order + " replaces nothing");
    }
    orders.apply(
        exchange.order(),
        Origin.of("order", order.value()),
        origin ->
            MoneyDecider.paid(
                origin,
                ExchangeOf.PROVIDER,
                order.value(),
                order + "/" + refund,
                amount,
                clock.instant()));
    return amount;
  }
}
