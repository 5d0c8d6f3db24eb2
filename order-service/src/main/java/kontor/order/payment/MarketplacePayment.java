package kontor.order.payment;

import kontor.contracts.Money;
import kontor.contracts.OrderId;

/** The marketplace has the buyer's money before we know of the order, and settles with us later. */
public final class MarketplacePayment implements PaymentProvider {

  /** The name, and the method of every order from a marketplace. */
  public static final String NAME = "marketplace";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean offers(String method) {
    return method.equals(NAME);
  }

  @Override
  public boolean upfront() {
    return false; // ours when we ship
  }

  @Override
  public Authorisation authorise(Purchase purchase) {
    return new Authorisation.Authorised(NAME + "-" + purchase.order());
  }

  @Override
  public Money capture(OrderId order, String capture, Money amount) {
    return amount; // captured by the marketplace when the buyer paid
  }

  @Override
  public void cancel(OrderId order) {
    // the marketplace pays its buyer back when it cancels
  }

  @Override
  public Money refund(OrderId order, String refund, Money amount) {
    return amount; // the marketplace pays back and takes it off its next payout
  }
}
