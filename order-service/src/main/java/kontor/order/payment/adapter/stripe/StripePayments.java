package kontor.order.payment.adapter.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions.Card;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions.Card.RequestMulticapture;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.order.payment.PaymentProvider;
import kontor.order.payment.PaymentReferences;
import kontor.order.payment.ProviderAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cards through Stripe's payment intents with manual capture: the buyer's browser confirms the
 * intent, Stripe tells of it by a signed message, and each parcel captures its part. Parts need
 * Stripe's multicapture, which it grants per card; where it does not, the first capture is the only
 * one, and what later parcels cost stays due.
 *
 * @see <a href="https://docs.stripe.com/payments/place-a-hold-on-a-payment-method">Place a hold</a>
 * @see <a href="https://docs.stripe.com/payments/multicapture">Multicapture</a>
 */
public final class StripePayments implements PaymentProvider {

  static final String NAME = "stripe";

  private static final Logger LOG = LoggerFactory.getLogger(StripePayments.class);
  private static final String METHOD = "card";
  private static final String MOVE = "kontor_move";
  private static final int SERVER_ERROR = 500;

  private final StripeClient stripe;
  private final StripeBooks books;
  private final PaymentReferences references;
  private final String publishableKey;
  private final Duration timeToPay;

  StripePayments(
      StripeClient stripe,
      StripeBooks books,
      PaymentReferences references,
      StripeSettings settings) {
    this.stripe = stripe;
    this.books = books;
    this.references = references;
    publishableKey = settings.publishableKey();
    timeToPay = settings.timeToPay();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean offers(String method) {
    return method.equals(METHOD);
  }

  @Override
  public boolean upfront() {
    return false;
  }

  @Override
  public Authorisation authorise(Purchase purchase) {
    PaymentIntentCreateParams wanted =
        PaymentIntentCreateParams.builder()
            .setAmount(purchase.amount().minor())
            .setCurrency(purchase.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
            .addPaymentMethodType(METHOD)
            .setCaptureMethod(CaptureMethod.MANUAL)
            .setPaymentMethodOptions(
                PaymentMethodOptions.builder()
                    .setCard(
                        Card.builder()
                            .setRequestMulticapture(RequestMulticapture.IF_AVAILABLE)
                            .build())
                    .build())
            .setDescription(purchase.number())
            .putMetadata("kontor_order", purchase.order().value())
            .build();
    try {
      String key = purchase.order().value() + "/authorise";
      PaymentIntent intent = stripe.v1().paymentIntents().create(wanted, named(key));
      books.keep(
          purchase.order(), new StripeBooks.Intent(intent.getId(), intent.getClientSecret()));
      references.keep(intent.getId(), purchase.order());
      return new Authorisation.Requested(intent.getId(), purchase.placedAt().plus(timeToPay));
    } catch (CardException e) {
      return new Authorisation.Declined(String.valueOf(e.getUserMessage()));
    } catch (StripeException e) {
      throw failure(e);
    }
  }

  @Override
  public Map<String, String> forTheBuyer(OrderId order) {
    return books
        .intent(order)
        .map(
            intent ->
                Map.of("clientSecret", intent.clientSecret(), "publishableKey", publishableKey))
        .orElse(Map.of());
  }

  @Override
  public Money capture(OrderId order, String capture, Money amount) {
    StripeBooks.Move move = books.move(order, "capture", capture, amount.minor());
    if (move.done()) {
      return new Money(move.amount(), amount.currency());
    }
    try {
      long moved = capture(intent(order), move);
      books.done(move, moved);
      return new Money(moved, amount.currency());
    } catch (StripeException e) {
      throw failure(e);
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
        stripe.v1().paymentIntents().capture(intent.getId(), wanted.build(), named(move.key()));
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

  @Override
  public void cancel(OrderId order) {
    StripeBooks.Intent known = books.intent(order).orElse(null);
    if (known == null) {
      return;
    }
    try {
      String key = order.value() + "/cancel";
      var unused = stripe.v1().paymentIntents().cancel(known.id(), named(key));
    } catch (InvalidRequestException e) {
      // Captured in whole or cancelled before: nothing is held any more.
      LOG.info("{} was not cancelled: {}", known.id(), e.getCode());
    } catch (StripeException e) {
      throw failure(e);
    }
  }

  @Override
  public Money refund(OrderId order, String refund, Money amount) {
    StripeBooks.Move move = books.move(order, "refund", refund, amount.minor());
    if (!move.done()) {
      try {
        refund(intent(order).getId(), move);
        books.done(move, move.amount());
      } catch (StripeException e) {
        throw failure(e);
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
    var unused = stripe.v1().refunds().create(wanted, named(move.key()));
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

  private static RequestOptions named(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  /** What may work later is told apart from what never will. */
  private static RuntimeException failure(StripeException e) {
    Integer status = e.getStatusCode();
    boolean away =
        e instanceof ApiConnectionException
            || e instanceof RateLimitException
            || e instanceof IdempotencyException
            || (status != null && status >= SERVER_ERROR);
    String what = "Stripe: " + e.getMessage();
    return away ? new ProviderAwayException(what, e) : new IllegalStateException(what, e);
  }
}
