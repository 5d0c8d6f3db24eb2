package kontor.order.payment;

import java.time.Instant;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.OrderId;

/**
 * Who moves the money. Every call names the order (and the capture or refund), and calling it again
 * with the same names has the effect of once and gives the first answer: after a lost answer we ask
 * again. A call that throws is repeated, a few times or, with a {@link ProviderAwayException},
 * until it is answered.
 */
public interface PaymentProvider {

  /** What it is called in events, such as {@code test}. */
  String name();

  /** Whether a buyer who chose this word, such as {@code card}, pays through it. */
  boolean offers(String method);

  /** Whether the whole sum is there before anything is shipped; if not, it comes with the goods. */
  boolean upfront();

  /** Asks for a guarantee of the amount. */
  Authorisation authorise(Purchase purchase);

  /** What the buyer's browser needs in order to act; nothing where no browser has to. */
  default Map<String, String> forTheBuyer(OrderId order) {
    return Map.of();
  }

  /**
   * Takes a part of what is guaranteed. Returns how much of it came in: zero when the buyer pays
   * later, by a transfer for instance.
   */
  Money capture(OrderId order, String capture, Money amount);

  /**
   * Gives up a part of what is guaranteed, since less is charged for the order; nothing happens
   * where the guarantee ends by itself.
   */
  default void reduce(OrderId order, String reduction, Money amount) {}

  /** Gives up what is guaranteed and not captured; nothing happens when there is none. */
  void cancel(OrderId order);

  /** Sends money back, at most what was captured. Returns what was sent under this name. */
  Money refund(OrderId order, String refund, Money amount);

  /**
   * What is to be paid.
   *
   * @param number of the order, as people write it
   * @param method the buyer's choice
   */
  record Purchase(OrderId order, String number, Money amount, String method, Instant placedAt) {}

  /** The answer to a request for a guarantee. */
  sealed interface Authorisation {

    /**
     * @param payment the provider's id of it
     */
    record Authorised(String payment) implements Authorisation {}

    /** A "no" that the buyer may read. */
    record Declined(String reason) implements Authorisation {}

    /**
     * The buyer has to act first.
     *
     * @param reference what the payment will be recognised by
     * @param dueAt until when (exclusive)
     */
    record Requested(String reference, Instant dueAt) implements Authorisation {}
  }
}
