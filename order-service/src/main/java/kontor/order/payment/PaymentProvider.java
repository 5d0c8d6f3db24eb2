package kontor.order.payment;

import kontor.contracts.Money;
import kontor.contracts.OrderId;

/**
 * Who moves the money. Every call names the order (and the refund), and calling it again with the
 * same names has the effect of once and gives the same answer: after a lost answer we ask again.
 */
public interface PaymentProvider {

  /** What it is called in events, such as {@code test}. */
  String name();

  /** Asks for a guarantee of the amount. */
  Authorisation authorise(OrderId order, Money amount, String method);

  /** Takes what is guaranteed. */
  void capture(OrderId order, Money amount);

  /** Gives up the guarantee; nothing happens when there is none. */
  void cancel(OrderId order);

  /** Sends money back, at most what was captured. Returns the provider's id of the refund. */
  String refund(OrderId order, String refund, Money amount);

  /** The answer to a request for a guarantee. */
  sealed interface Authorisation {

    /**
     * @param payment the provider's id of it
     */
    record Authorised(String payment) implements Authorisation {}

    /** A "no" that the buyer may read. */
    record Declined(String reason) implements Authorisation {}
  }
}
