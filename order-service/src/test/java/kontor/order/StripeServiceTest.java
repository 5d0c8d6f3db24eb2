package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.order.payment.adapter.stripe.StripeStandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that is paid by card through Stripe: the whole service, Stripe's client, a stand-in. */
class StripeServiceTest extends RunningOrderService {

  private static final Duration SOON = Duration.ofSeconds(30);

  @BeforeEach
  void usual() {
    STRIPE.multicapture(true);
    STRIPE.away(false);
    STRIPE.loseAnswers(0);
  }

  @Test
  void theBrowserGetsTheSecretAndTheSignedMessageConfirms() {
    OrderId order = waiting(2);
    HttpResponse<String> handover = payment(order);
    assertThat(read(handover.body(), "$.provider")).isEqualTo("stripe");
    assertThat(read(handover.body(), "$.values.clientSecret")).isEqualTo(intent(order) + "_secret");
    assertThat(read(handover.body(), "$.values.publishableKey")).isEqualTo("pk_test_nobody");
    HttpResponse<String> other =
        TestGateway.get(TestGateway.MANAGER, url("/api/shop/orders/" + order + "/payment"));
    assertThat(other.statusCode()).isEqualTo(404);

    String good = StripeStandIn.message("payment_intent.amount_capturable_updated", intent(order));
    assertThat(tell(good, "t=1,v1=00").statusCode()).isEqualTo(403);
    assertThat(tell(good, STRIPE.sign(good, Instant.now().minusSeconds(600))).statusCode())
        .isEqualTo(403);
    assertThat(tell(good, STRIPE.sign(good + " ", Instant.now())).statusCode()).isEqualTo(403);
    STRIPE.confirm(intent(order));
    assertThat(tell(good).statusCode()).isEqualTo(204);
    assertThat(tell(good).statusCode()).isEqualTo(204);
    await().atMost(SOON).until(() -> status(order).equals("CONFIRMED"));
    assertThat(published.of(order.value(), OrderConfirmed.class)).hasSize(1);
    assertThat(payment(order).statusCode()).isEqualTo(404);
  }

  @Test
  void eachParcelCapturesItsPartAndTheReturnIsRefundedOnceThoughAnswersAreLost() {
    OrderId order = confirmed(3);
    String intent = intent(order);
    STRIPE.loseAnswers(1);
    manage(order, "parcels", "{'parcel':'A','lines':[{'line':1,'quantity':1}]}");
    manage(order, "parcels/A/ship", "{'carrier':'DHL'}");
    await().atMost(SOON).until(() -> paid(order).equals(List.of(eur("15.60"))));
    assertThat(STRIPE.status(intent)).isEqualTo("requires_capture");
    manage(order, "ship", "{'carrier':'DHL'}");
    await().atMost(SOON).until(() -> paid(order).equals(List.of(eur("15.60"), eur("21.40"))));
    assertThat(STRIPE.received(intent)).isEqualTo(3700);
    assertThat(STRIPE.status(intent)).isEqualTo("succeeded");

    STRIPE.loseAnswers(4);
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    await().atMost(SOON).until(() -> refunded(order).equals(List.of(eur("10.70"))));
    assertThat(STRIPE.refunds(intent)).containsExactly(1070L);
  }

  @Test
  void withoutCaptureInPartsTheFirstParcelTakesItsPartAndTheRestStaysDue() {
    STRIPE.multicapture(false);
    OrderId order = confirmed(2);
    manage(order, "parcels", "{'parcel':'A','lines':[{'line':1,'quantity':1}]}");
    manage(order, "parcels/A/ship", "{'carrier':'DHL'}");
    await().atMost(SOON).until(() -> paid(order).equals(List.of(eur("15.60"))));
    manage(order, "ship", "{'carrier':'DHL'}");
    await().atMost(SOON).until(() -> status(order).equals("SHIPPED"));
    assertThat(paid(order)).containsExactly(eur("15.60"));
    assertThat(STRIPE.received(intent(order))).isEqualTo(1560);
  }

  @Test
  void whatStripeCouldNotDoWhileItWasAwayItDoesLater() {
    STRIPE.away(true);
    OrderId order = placed(1);
    grant(order);
    STRIPE.away(false);
    await().atMost(SOON).until(() -> status(order).equals("AWAITING_PAYMENT"));
  }

  @Test
  void anOrderThatIsCancelledGivesUpWhatIsHeldAndALateMessageChangesNothing() {
    OrderId order = waiting(1);
    String intent = intent(order);
    manage(order, "cancel", "{'reason':'doch nicht'}");
    await().atMost(SOON).until(() -> STRIPE.status(intent).equals("canceled"));
    String late = StripeStandIn.message("payment_intent.amount_capturable_updated", intent);
    assertThat(tell(late).statusCode()).isEqualTo(204);
    assertThat(status(order)).isEqualTo("CANCELLED");

    OrderId given = waiting(1);
    assertThat(tell(StripeStandIn.message("payment_intent.canceled", intent(given))).statusCode())
        .isEqualTo(204);
    await().atMost(SOON).until(() -> status(given).equals("REJECTED"));
  }

  @Test
  void aRefundIsNotSentAgainEvenWhenStripeHasForgottenItsKey() {
    OrderId order = confirmed(2);
    manage(order, "ship", "{'carrier':'DHL'}");
    await().atMost(SOON).until(() -> paid(order).size() == 1);
    STRIPE.loseAnswers(3);
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    await().atMost(SOON).until(() -> !STRIPE.refunds(intent(order)).isEmpty());
    STRIPE.forgetKeys();
    await().atMost(SOON).until(() -> refunded(order).equals(List.of(eur("10.70"))));
    assertThat(STRIPE.refunds(intent(order))).containsExactly(1070L);
  }

  private OrderId placed(int units) {
    String body = REQUEST.replace("{'email'", "{'method':'card','email'");
    return order(checkOut(cart(units), UUID.randomUUID().toString(), body));
  }

  private OrderId waiting(int units) {
    OrderId order = placed(units);
    grant(order);
    await().atMost(SOON).until(() -> status(order).equals("AWAITING_PAYMENT"));
    return order;
  }

  private OrderId confirmed(int units) {
    OrderId order = waiting(units);
    String intent = intent(order);
    STRIPE.confirm(intent);
    tell(StripeStandIn.message("payment_intent.amount_capturable_updated", intent));
    await().atMost(SOON).until(() -> status(order).equals("CONFIRMED"));
    return order;
  }

  private String intent(OrderId order) {
    await()
        .atMost(SOON)
        .until(() -> !published.of(order.value(), PaymentRequested.class).isEmpty());
    return published.of(order.value(), PaymentRequested.class).get(0).reference();
  }

  private HttpResponse<String> payment(OrderId order) {
    return TestGateway.get(ANNA, url("/api/shop/orders/" + order + "/payment"));
  }

  private HttpResponse<String> tell(String message) {
    return tell(message, STRIPE.sign(message, Instant.now()));
  }

  private HttpResponse<String> tell(String message, String signature) {
    return TestGateway.send(
        "POST",
        ANNA,
        url("/api/shop/payments/stripe/messages"),
        message,
        Map.of("Stripe-Signature", signature));
  }
}
