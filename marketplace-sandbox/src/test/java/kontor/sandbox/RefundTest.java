package kontor.sandbox;

import static kontor.sandbox.Caller.ORDER;
import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money back: signed, noted at once, arrived later. */
class RefundTest extends SandboxTest {

  private static final String OTHER = "'reasonForRefund':'OTHER_ADJUSTMENT',";

  private String order = "";
  private String line = "";

  @BeforeEach
  void sell() {
    ebay.list("A", 50, "10.00");
    Answer bought = ebay.purchase("{'sku':'A','quantity':3,'deliveryCost':'4.90'}");
    order = bought.body().path("orderId").asText();
    line = bought.body().at("/lines/0/lineItemId").asText();
  }

  private Answer refund(String body) {
    String path = ORDER + "/" + order + "/issue_refund";
    return ebay.send(SignedCall.LOCAL.post(ebay, path, json(body)));
  }

  private Answer whole(String value) {
    return refund(
        "{" + OTHER + "'orderLevelRefundAmount':{'value':'" + value + "','currency':'EUR'}}");
  }

  private Answer item(String value) {
    return refund(
        "{"
            + OTHER
            + "'refundItems':[{'lineItemId':'"
            + line
            + "','refundAmount':{'value':'"
            + value
            + "','currency':'EUR'}}]}");
  }

  private JsonNode shown() {
    return ebay.get(ORDER + "/" + order).body();
  }

  private void wait(String time) {
    ebay.post("/control/clock", json("{'advance':'" + time + "'}"));
  }

  @Test
  void aRefundIsOnItsWayFirstAndThereAfterAWhile() {
    Answer answer = item("10.00");
    assertThat(answer.body().path("refundStatus").asText()).isEqualTo("PENDING");
    assertThat(shown().path("orderPaymentStatus").asText()).isEqualTo("PAID");
    assertThat(shown().at("/paymentSummary/refunds/0/refundStatus").asText()).isEqualTo("PENDING");
    String before = shown().path("lastModifiedDate").asText();
    wait("PT3M");
    JsonNode after = shown();
    assertThat(after.path("orderPaymentStatus").asText()).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(after.at("/paymentSummary/refunds/0/refundId").asText())
        .isEqualTo(answer.body().path("refundId").asText());
    assertThat(after.at("/lineItems/0/refunds/0/refundStatus").asText()).isEqualTo("REFUNDED");
    assertThat(after.path("lastModifiedDate").asText()).isGreaterThan(before);
    assertThat(ebay.ledger().at("/refunds/0/orderId").asText()).isEqualTo(order);
  }

  @Test
  void aSecondRefundWaitsForTheFirstAndNothingIsLeftAfterAll() {
    assertThat(whole("34.90").status()).isEqualTo(200);
    assertThat(whole("34.90").errorId()).isEqualTo(34922);
    wait("PT3M");
    assertThat(shown().path("orderPaymentStatus").asText()).isEqualTo("FULLY_REFUNDED");
    assertThat(whole("34.90").errorId()).isEqualTo(34917);
  }

  @ParameterizedTest
  @CsvSource({"0.00, 34907", "-1.00, 34907", "34.91, 34915"})
  void anAmountThatDoesNotFitIsTold(String value, int errorId) {
    assertThat(whole(value).errorId()).isEqualTo(errorId);
  }

  @Test
  void whatElseIsWrongIsTold() {
    assertThat(item("34.91").errorId()).isEqualTo(34924);
    assertThat(item("34.91").status()).isEqualTo(409);
    assertThat(refund("{" + OTHER.replace(",", "") + "}").errorId()).isEqualTo(34905);
    ebay.post("/control/ebay/orders/" + order + "/case", "");
    assertThat(whole("1.00").errorId()).isEqualTo(34916);
    ebay.post("/control/ebay/orders/" + order + "/case", json("{'open':false}"));
    wait("P91D");
    ebay.signIn();
    assertThat(whole("1.00").errorId()).isEqualTo(34920);
  }

  @Test
  void aRefundMayFail() {
    ebay.post("/control/ebay/refund-failures", json("{'times':1}"));
    whole("1.00");
    wait("PT3M");
    assertThat(shown().at("/paymentSummary/refunds/0/refundStatus").asText()).isEqualTo("FAILED");
    assertThat(shown().path("orderPaymentStatus").asText()).isEqualTo("PAID");
    assertThat(whole("34.90").status()).isEqualTo(200);
  }

  @Test
  void withoutAGoodSignatureNothingIsPaidBack() {
    String path = ORDER + "/" + order + "/issue_refund";
    String body = json("{" + OTHER + "'orderLevelRefundAmount':{'value':'1.00','currency':'EUR'}}");
    assertThat(ebay.post(path, body).errorId()).isEqualTo(215001);
    Answer other = ebay.send(SignedCall.LOCAL.post(ebay, path, body.replace("1.00", "2.00"), body));
    assertThat(other.errorId()).isEqualTo(215122);
    String key = "MC4CAQAwBQYDK2VwBCIEIOv8CD4JOCvV2o4WTsowoGDOqcuwT00sFanxAOqxmQVY";
    SignedCall stranger = new SignedCall(SignedCall.LOCAL.jwe(), key);
    assertThat(ebay.send(stranger.post(ebay, path, body)).errorId()).isEqualTo(215120);
    SignedCall unknown = new SignedCall("nobody", SignedCall.LOCAL.privateKey());
    assertThat(ebay.send(unknown.post(ebay, path, body)).errorId()).isEqualTo(215122);
    assertThat(ebay.ledger().path("refunds")).isEmpty();
  }

  @Test
  void aKeyThatEbayMadeSigns() {
    JsonNode key =
        ebay.post(
                "/ebay/developer/key_management/v1/signing_key",
                json("{'signingKeyCipher':'ED25519'}"))
            .body();
    // the token of the seller has not the general scope: a program asks with its own
    assertThat(key.at("/errors/0/errorId").asInt()).isEqualTo(1100);
    Answer token =
        ebay.tokenCall(
            "grant_type=client_credentials&scope="
                + Caller.encode("https://api.ebay.com/oauth/api_scope"));
    ebay.use(token.body().path("access_token").asText());
    key =
        ebay.post(
                "/ebay/developer/key_management/v1/signing_key",
                json("{'signingKeyCipher':'ED25519'}"))
            .body();
    SignedCall made = new SignedCall(key.path("jwe").asText(), key.path("privateKey").asText());
    ebay.signIn();
    String path = ORDER + "/" + order + "/issue_refund";
    String body = json("{" + OTHER + "'orderLevelRefundAmount':{'value':'1.00','currency':'EUR'}}");
    assertThat(ebay.send(made.post(ebay, path, body)).status()).isEqualTo(200);
  }
}
