package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ReturnEvent.ReturnAnnounced;
import kontor.order.payment.MessageSignature;
import org.junit.jupiter.api.Test;

/** From the confirmed order to the buyer, and back; and the money that follows. */
class FulfilmentServiceTest extends RunningOrderService {

  @Test
  void eachParcelIsPaidWhenItLeavesAndWhatIsCancelledIsNot() {
    OrderId order = confirmed("test", 3);
    manage(order, "parcels", "{'parcel':'A','lines':[{'line':1,'quantity':1}]}");
    manage(order, "parcels/A/ship", "{'carrier':'DHL','trackingNumber':'T1'}");
    manage(order, "parcels/A/ship", "{'carrier':'DHL','trackingNumber':'T1'}");
    await().until(() -> status(order).equals("PARTLY_SHIPPED"));
    await().until(() -> paid(order).equals(List.of(eur("15.60"))));

    String one = "{'cancellation':'C1','reason':'zu viel','lines':[{'line':1,'quantity':1}]}";
    manage(order, "cancellations", one);
    manage(order, "cancellations", one);
    manage(order, "ship", "{'carrier':'DHL'}");

    await().until(() -> paid(order).equals(List.of(eur("15.60"), eur("10.70"))));
    assertThat(published.of(order.value(), LinesCancelled.class)).hasSize(1);
    assertThat(published.of(order.value(), OrderShipped.class)).hasSize(1);
    HttpResponse<String> late = post(order, "cancel", "{'reason':'zu spät'}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("SHIPPED");
  }

  @Test
  void anAnswerThatTheProviderLostMovesTheMoneyOnce() {
    OrderId order = confirmed("test-lost-answer", 1);
    manage(order, "ship", "{'carrier':'DHL'}");
    await().until(() -> paid(order).equals(List.of(eur("15.60"))));
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");

    await().until(() -> refunded(order).equals(List.of(eur("10.70"))));
  }

  @Test
  void aPrepaidOrderWaitsForItsTransferAndGetsBackWhatIsCancelled() {
    OrderId order = placed("prepayment", 2);
    grant(order);
    await().until(() -> status(order).equals("AWAITING_PAYMENT"));
    String reference = read(own(order), "$.payment.reference");

    transfer(reference, "T1", "20.00");
    transfer(reference, "T1", "20.00");
    assertThat(read(own(order), "$.payment.amount.amount")).isEqualTo("6.30");
    transfer(reference, "T2", "6.30");
    await().until(() -> status(order).equals("CONFIRMED"));
    manage(
        order,
        "cancellations",
        "{'cancellation':'C1','reason':'einer reicht','lines':[{'line':1,'quantity':1}]}");
    await().until(() -> refunded(order).equals(List.of(eur("10.70"))));
    manage(order, "cancel", "{'reason':'doch nicht'}");
    await().until(() -> refunded(order).equals(List.of(eur("10.70"), eur("15.60"))));

    transfer(reference, "T3", "5.00");
    await().until(() -> refunded(order).size() == 3);
    assertThat(refunded(order)).last().isEqualTo(eur("5.00"));
  }

  @Test
  void moneyWithoutAnOrderIsRefusedAndNamesTheReference() {
    HttpResponse<String> unknown = sendTransfer("VK-0", "T1", "1.00", "EUR");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("reference", "VK-0");
    assertThat(sendTransfer("VK-0", "T1", "-1.00", "EUR").body()).contains("amount");
  }

  @Test
  void anOrderOnAccountGoesOutUnpaidUpToTheLimit() {
    OrderId order = confirmed("account", 2);
    manage(order, "ship", "{'carrier':'DHL'}");
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    transfer("RE-" + read(own(order), "$.number"), "A1-" + order, "26.30");

    await().until(() -> refunded(order).equals(List.of(eur("10.70"))));
    OrderId large = placed("account", 60);
    grant(large);
    await().until(() -> own(large).contains("on account only up to 500.00 EUR"));
  }

  @Test
  void theWithdrawalTakesTwoStepsAndNoSignIn() {
    OrderId order = confirmed("test", 2);
    String contract =
        "{'number':'%s','email':'Joerg@Example.org'}".formatted(read(own(order), "$.number"));
    manage(order, "ship", "{'carrier':'DHL'}");
    await().until(() -> withdraw("/check", contract).statusCode() == 200);
    assertThat(published.of(order.value(), ReturnAnnounced.class)).isEmpty();
    assertThat(withdraw("/check", contract.replace("Joerg", "Other")).statusCode()).isEqualTo(404);

    HttpResponse<String> receipt = withdraw("", contract);
    assertThat(receipt.body()).contains("\"returnNeeded\":true", "declaredAt");
    String rma = read(receipt.body(), "$.rma");
    assertThat(withdraw("", contract).statusCode()).isEqualTo(200);
    manage(order, "returns/" + rma + "/receive", "{}");
    manage(order, "returns", "{'rma':'" + rma + "','lines':[{'line':1,'quantity':2}]}");
    await().until(() -> refunded(order).equals(List.of(eur("26.30"))));
  }

  @Test
  void aMessageOfTheProviderConfirmsOnceAndOnlyWhenItIsSigned() {
    OrderId order = placed("test-async", 1);
    grant(order);
    await().until(() -> status(order).equals("AWAITING_PAYMENT"));
    String message = "{\"payment\":\"test-" + order + "\",\"type\":\"authorised\"}";
    String signature = new MessageSignature(SECRET).sign(message, Instant.now());

    assertThat(tell(message, "t=1,v1=" + "0".repeat(64)).statusCode()).isEqualTo(403);
    assertThat(tell(message.replace("test-", "x-"), signature).statusCode()).isEqualTo(403);
    assertThat(status(order)).isEqualTo("AWAITING_PAYMENT");
    assertThat(tell(message, signature).statusCode()).isEqualTo(204);
    assertThat(tell(message, signature).statusCode()).isEqualTo(204);
    assertThat(status(order)).isEqualTo("CONFIRMED");
    String declined = message.replace("authorised", "declined");
    tell(declined, new MessageSignature(SECRET).sign(declined, Instant.now()));
    assertThat(status(order)).isEqualTo("CONFIRMED");
  }

  @Test
  void aPaymentMethodThatNobodyTakesIsRefusedAtTheCheckout() {
    String request = "{'email':'joerg@example.org','method':'marketplace'," + ADDRESS + "}";
    HttpResponse<String> refused = checkOut(cart(1), UUID.randomUUID().toString(), request);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("method");
  }

  private HttpResponse<String> tell(String message, String signature) {
    return TestGateway.send(
        "POST",
        TestGateway.BERT,
        url("/api/shop/payments/test/messages"),
        message,
        Map.of("Kontor-Signature", signature));
  }

  private OrderId placed(String method, int units) {
    String request = "{'email':'joerg@example.org','method':'" + method + "'," + ADDRESS + "}";
    return order(checkOut(cart(units), UUID.randomUUID().toString(), request));
  }

  private OrderId confirmed(String method, int units) {
    OrderId order = placed(method, units);
    grant(order);
    await().until(() -> status(order).equals("CONFIRMED"));
    return order;
  }

  private HttpResponse<String> post(OrderId order, String action, String body) {
    return TestGateway.post(
        TestGateway.MANAGER, url("/api/admin/orders/" + order + "/" + action), body);
  }

  private HttpResponse<String> withdraw(String step, String contract) {
    return TestGateway.post(TestGateway.BERT, url("/api/shop/withdrawals" + step), contract);
  }

  private void transfer(String reference, String transfer, String amount) {
    HttpResponse<String> booked = sendTransfer(reference, transfer, amount, "EUR");
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(200);
  }

  private HttpResponse<String> sendTransfer(
      String reference, String transfer, String amount, String currency) {
    String body =
        "{'reference':'%s','transfer':'%s','amount':{'amount':'%s','currency':'%s'}}"
            .formatted(reference, transfer, amount, currency);
    return TestGateway.post(TestGateway.MANAGER, url("/api/admin/payments/transfers"), body);
  }
}
