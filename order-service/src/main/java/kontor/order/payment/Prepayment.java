package kontor.order.payment;

import java.time.Duration;
import kontor.contracts.Money;
import kontor.contracts.OrderId;

/**
 * The buyer transfers the sum before anything is shipped (Vorkasse). Refunds go out as transfers by
 * whoever keeps the bank account; the order's refund is what they work from.
 */
public final class Prepayment implements PaymentProvider {

  private final PaymentReferences references;
  private final Duration time;

  /**
   * @param time from the order until the money must be there
   */
  public Prepayment(PaymentReferences references, Duration time) {
    this.references = references;
    this.time = time;
  }

  @Override
  public String name() {
    return "prepayment";
  }

  @Override
  public boolean offers(String method) {
    return method.equals(name());
  }

  @Override
  public boolean upfront() {
    return true;
  }

  @Override
  public Authorisation authorise(Purchase purchase) {
    String reference = "VK-" + purchase.number();
    references.keep(reference, purchase.order());
    return new Authorisation.Requested(reference, purchase.placedAt().plus(time));
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
