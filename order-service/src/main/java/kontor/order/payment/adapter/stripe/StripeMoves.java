package kontor.order.payment.adapter.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures and refunds, each once by its name: written down before it is asked for, and found again
 * in Stripe's metadata when the answer was lost.
 */
final class StripeMoves {

  private static final Logger LOG = LoggerFactory.getLogger(StripeMoves.class);
  private static final String MOVE = "kontor_move";

  private final StripeClient stripe;
  private final StripeBooks books;

  StripeMoves(StripeClient stripe, StripeBooks books) {
    this.stripe = stripe;
    this.books = books;
  }

  /** Returns what was captured under this name, the first time that it was asked for. */
  Money capture(OrderId order, String capture, Money amount) {
    StripeBooks.Move move = books.move(order, "capture", capture, amount.minor());
    if (move.done()) {
      return new Money(move.amount(), amount.currency());
    }
    try {
      long moved = capture(intent(order), move);
      books.done(move, moved);
      return new Money(moved, amount.currency());
    } catch (StripeException e) {
      throw StripeCalls.failure(e);
    }
  }

  private long capture(PaymentIntent intent, StripeBooks.Move move) throws StripeException {
    if (!move.fresh() && move.key().equals(lastMove(intent))) {
      return move.amount(); // it happened, and the answer was lost
    }
    if (!"requires_capture".equals(intent.getStatus())) {
      LOG.warn("{}: nothing can be captured, {} is {}", move.key(), intent.getId(), state(intent));
      return 0;
    }
    long amount = Math.min(move.amount(), intent.getAmountCapturable());
    PaymentIntentCaptureParams.Builder wanted =
        PaymentIntentCaptureParams.builder()
            .setAmountToCapture(amount)
            .putMetadata(MOVE, move.key());
    if (inParts(intent)) {
      wanted.setFinalCapture(amount == intent.getAmountCapturable());
    }
    var unused =
        stripe
            .v1()
            .paymentIntents()
            .capture(intent.getId(), wanted.build(), StripeCalls.named(move.key()));
    return amount;
  }

  private static String state(PaymentIntent intent) {
    return String.valueOf(intent.getStatus());
  }

  private static String lastMove(PaymentIntent intent) {
    Map<String, String> notes = intent.getMetadata();
    return notes == null ? "" : notes.getOrDefault(MOVE, "");
  }

  private static boolean inParts(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    if (charge == null || charge.getPaymentMethodDetails() == null) {
      return false;
    }
    Charge.PaymentMethodDetails.Card card = charge.getPaymentMethodDetails().getCard();
    return card != null
        && card.getMulticapture() != null
        && "available".equals(card.getMulticapture().getStatus());
  }

  /** Returns what was sent back under this name, the first time that it was asked for. */
  Money refund(OrderId order, String refund, Money amount) {
    StripeBooks.Move move = books.move(order, "refund", refund, amount.minor());
    if (!move.done()) {
      try {
        refund(intent(order).getId(), move);
        books.done(move, move.amount());
      } catch (StripeException e) {
        throw StripeCalls.failure(e);
      }
    }
    return new Money(move.amount(), amount.currency());
  }

  private void refund(String intent, StripeBooks.Move move) throws StripeException {
    if (!move.fresh()) {
      RefundListParams ofThis = RefundListParams.builder().setPaymentIntent(intent).build();
      for (Refund sent : stripe.v1().refunds().list(ofThis).autoPagingIterable()) {
        if (sent.getMetadata() != null && move.key().equals(sent.getMetadata().get(MOVE))) {
          return; // it happened, and the answer was lost
        }
      }
    }
    RefundCreateParams wanted =
        RefundCreateParams.builder()
            .setPaymentIntent(intent)
            .setAmount(move.amount())
            .putMetadata(MOVE, move.key())
            .build();
    var unused = stripe.v1().refunds().create(wanted, StripeCalls.named(move.key()));
  }

  private PaymentIntent intent(OrderId order) throws StripeException {
    StripeBooks.Intent known =
        books
            .intent(order)
            .orElseThrow(() -> new IllegalStateException("no payment intent for order " + order));
    PaymentIntentRetrieveParams whole =
        PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
    return stripe.v1().paymentIntents().retrieve(known.id(), whole);
  }
}
