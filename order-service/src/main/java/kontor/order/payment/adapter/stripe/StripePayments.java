package kontor.order.payment.adapter.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions.Card;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions.Card.RequestMulticapture;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.order.payment.PaymentProvider;
import kontor.order.payment.PaymentReferences;
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

  private final StripeClient stripe;
  private final StripeBooks books;
  private final StripeMoves moves;
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
    this.moves = new StripeMoves(stripe, books);
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
      PaymentIntent intent = stripe.v1().paymentIntents().create(wanted, StripeCalls.named(key));
      books.keep(
          purchase.order(), new StripeBooks.Intent(intent.getId(), intent.getClientSecret()));
      references.keep(intent.getId(), purchase.order());
      return new Authorisation.Requested(intent.getId(), purchase.placedAt().plus(timeToPay));
    } catch (CardException e) {
      return new Authorisation.Declined(String.valueOf(e.getUserMessage()));
    } catch (StripeException e) {
      throw StripeCalls.failure(e);
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
    return moves.capture(order, capture, amount);
  }

  @Override
  public void cancel(OrderId order) {
    StripeBooks.Intent known = books.intent(order).orElse(null);
    if (known == null) {
      return;
    }
    try {
      String key = order.value() + "/cancel";
      var unused = stripe.v1().paymentIntents().cancel(known.id(), StripeCalls.named(key));
    } catch (InvalidRequestException e) {
      // Captured in whole or cancelled before: nothing is held any more.
      LOG.info("{} was not cancelled: {}", known.id(), e.getCode());
    } catch (StripeException e) {
      throw StripeCalls.failure(e);
    }
  }

  @Override
  public Money refund(OrderId order, String refund, Money amount) {
    return moves.refund(order, refund, amount);
  }
}
