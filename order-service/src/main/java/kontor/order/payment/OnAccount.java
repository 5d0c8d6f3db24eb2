package kontor.order.payment;

import kontor.contracts.Money;
import kontor.contracts.OrderId;

/**
 * The goods go out first, the buyer transfers on the invoice. Only up to a sum that the shop dares
 * to lend.
 */
public final class OnAccount implements PaymentProvider {

  private final PaymentReferences references;
  private final Money limit;

  /**
   * @param limit the largest order that goes out unpaid
   */
  public OnAccount(PaymentReferences references, Money limit) {
    this.references = references;
    this.limit = limit;
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public boolean offers(String method) {
    return method.equals(name());
  }

  @Override
  public boolean upfront() {
    return false;
  }

  @Override
  public Authorisation authorise(Purchase purchase) {
    if (!purchase.amount().currency().equals(limit.currency())
        || purchase.amount().compareTo(limit) > 0) {
      return new Authorisation.Declined("on account only up to " + limit);
    }
    String reference = "RE-" + purchase.number();
    references.keep(reference, purchase.order());
    return new Authorisation.Authorised(reference);
  }

  @Override
  public Money capture(OrderId order, String capture, Money amount) {
    return Money.zero(amount.currency()); // it comes by transfer
  }

  @Override
  public void cancel(OrderId order) {
    // nothing is guaranteed
  }

  @Override
  public Money refund(OrderId order, String refund, Money amount) {
    return amount;
  }
}
