package kontor.order.payment;

import kontor.contracts.Money;
import kontor.contracts.OrderId;

/** The marketplace has the buyer's money before we know of the order, and settles with us later. */
public final class MarketplacePayment implements PaymentProvider {

  @Override
  public String name() {
    return "marketplace";
  }

  @Override
  public Authorisation authorise(OrderId order, Money amount, String method) {
    return new Authorisation.Authorised("marketplace-" + order);
  }

  @Override
  public void capture(OrderId order, Money amount) {
    // captured by the marketplace when the buyer paid
  }

  @Override
  public void cancel(OrderId order) {
    // the marketplace pays its buyer back when it cancels
  }

  @Override
  public String refund(OrderId order, String refund, Money amount) {
    return "marketplace-" + order + "-" + refund;
  }
}
