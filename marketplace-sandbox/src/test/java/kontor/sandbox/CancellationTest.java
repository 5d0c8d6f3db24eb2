package kontor.sandbox;

import static kontor.sandbox.Caller.ORDER;
import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that end before they are shipped, and goods that come back after. */
class CancellationTest extends SandboxTest {

  private static final String CANCELLATION = "/ebay/post-order/v2/cancellation";
  private static final String RETURN = "/ebay/post-order/v2/return";

  private String order = "";

  @BeforeEach
  void sell() {
    ebay.list("A", 50, "10.00");
    order = ebay.buy("A", 3);
  }

  private Answer cancel() {
    String body =
        json(
            "{'legacyOrderId':'"
                + order
                + "','cancelReason':'OUT_OF_STOCK_OR_CANNOT_FULFILL','buyerPaid':true}");
    return ebay.send(SignedCall.LOCAL.post(ebay, CANCELLATION, body));
  }

  private Answer control(String what, String body) {
    return ebay.post("/control/ebay/orders/" + order + "/" + what, json(body));
  }

  private JsonNode status() {
    return ebay.get(ORDER + "/" + order).body().path("cancelStatus");
  }

  private JsonNode search() {
    return ebay.get(CANCELLATION + "/search?legacy_order_id=" + order).body();
  }

  private void wait(String time) {
    ebay.post("/control/clock", json("{'advance':'" + time + "'}"));
  }

  @Test
  void aSellerEndsAnOrderAndTheBuyerGetsAllBack() {
    String body = json("{'legacyOrderId':'" + order + "'}");
    Answer eligible = ebay.post(CANCELLATION + "/check_eligibility", body);
    assertThat(eligible.body().path("eligible").asBoolean()).isTrue();
    String id = cancel().body().path("cancelId").asText();
    assertThat(status().path("cancelState").asText()).isEqualTo("IN_PROGRESS");
    assertThat(cancel().status()).isEqualTo(400);
    assertThat(search().at("/cancellations/0/cancelId").asText()).isEqualTo(id);

    wait("PT2M");
    assertThat(status().path("cancelState").asText()).isEqualTo("CANCELED");
    assertThat(status().at("/cancelRequests/0/cancelInitiator").asText()).isEqualTo("SELLER");
    JsonNode detail = ebay.get(CANCELLATION + "/" + id).body().path("cancelDetail");
    assertThat(detail.path("cancelStatus").asText()).isEqualTo("CANCEL_CLOSED_WITH_REFUND");
    JsonNode shown = ebay.get(ORDER + "/" + order).body();
    assertThat(shown.path("orderPaymentStatus").asText()).isEqualTo("FULLY_REFUNDED");
    assertThat(shown.at("/paymentSummary/refunds/0/amount/value").asText()).isEqualTo("30.00");
    assertThat(ebay.ledger().at("/cancellations/0/state").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void aBuyersWishIsGrantedRefusedOrTakenBack() {
    control("cancel", "{'state':'REQUESTED','reason':'ORDER_MISTAKE'}");
    assertThat(status().at("/cancelRequests/0/cancelReason").asText()).isEqualTo("ORDER_MISTAKE");
    control("cancel", "{'state':'WITHDRAWN'}");
    assertThat(status().path("cancelState").asText()).isEqualTo("NONE_REQUESTED");
    assertThat(status().path("cancelRequests")).isEmpty();

    control("cancel", "{'state':'REQUESTED'}");
    String second = search().at("/cancellations/1/cancelId").asText();
    assertThat(ebay.post(CANCELLATION + "/" + second + "/reject", "{}").status()).isEqualTo(200);
    assertThat(status().at("/cancelRequests/0/cancelRequestState").asText()).isEqualTo("REJECTED");

    control("cancel", "{'state':'REQUESTED'}");
    String third = search().at("/cancellations/2/cancelId").asText();
    String path = CANCELLATION + "/" + third + "/approve";
    assertThat(ebay.post(path, "{}").errorId()).isEqualTo(215001);
    assertThat(ebay.send(SignedCall.LOCAL.post(ebay, path, "{}")).status()).isEqualTo(200);
    wait("PT2M");
    assertThat(status().path("cancelState").asText()).isEqualTo("CANCELED");
  }

  @Test
  void sendingTheGoodsIsANoToTheBuyer() {
    control("cancel", "{'state':'REQUESTED'}");
    ship();
    assertThat(status().path("cancelState").asText()).isEqualTo("NONE_REQUESTED");
    assertThat(search().at("/cancellations/0/cancelStatus").asText()).isEqualTo("CANCEL_REJECTED");
    assertThat(cancel().status()).isEqualTo(400);
  }

  private String ship() {
    String line = ebay.get(ORDER + "/" + order).body().at("/lineItems/0/lineItemId").asText();
    String body = "{'lineItems':[{'lineItemId':'" + line + "','quantity':2}]}";
    assertThat(ebay.post(ORDER + "/" + order + "/shipping_fulfillment", json(body)).status())
        .isEqualTo(201);
    return line;
  }

  @Test
  void whatWasShippedMayComeBackAndNoMore() {
    assertThat(control("return", "{}").status()).isEqualTo(409);
    String line = ship();
    String from = ebay.get("/control/clock").body().path("now").asText();
    wait("PT1S"); // eBay's times have milliseconds, the clock has more
    Answer opened = control("return", "{'quantity':2,'reason':'DEFECTIVE_ITEM'}");
    String id = opened.body().path("returnId").asText();
    assertThat(control("return", "{'quantity':1}").status()).isEqualTo(409);

    JsonNode found =
        ebay.get(RETURN + "/search?creation_date_range_from=" + from).body().at("/members/0");
    assertThat(found.path("orderId").asText()).isEqualTo(order);
    assertThat(found.at("/creationInfo/item/transactionId").asText()).isEqualTo(line);
    assertThat(found.at("/creationInfo/item/returnQuantity").asInt()).isEqualTo(2);
    wait("PT1S");
    String later = ebay.get("/control/clock").body().path("now").asText();
    JsonNode none = ebay.get(RETURN + "/search?creation_date_range_from=" + later).body();
    assertThat(none.path("total").asInt()).isZero();

    ebay.post("/control/ebay/returns/" + id + "/close", "");
    assertThat(ebay.get(RETURN + "/" + id).body().at("/summary/state").asText())
        .isEqualTo("CLOSED");
    assertThat(ebay.get(RETURN + "/7").status()).isEqualTo(404);
  }
}
