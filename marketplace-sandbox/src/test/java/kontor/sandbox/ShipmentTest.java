package kontor.sandbox;

import static kontor.sandbox.Caller.ORDER;
import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parcels that the seller tells of. */
class ShipmentTest extends SandboxTest {

  private String order = "";
  private String line = "";

  @BeforeEach
  void buy() {
    ebay.list("A", 10, "19.99");
    order = ebay.buy("A", 3);
    line = ebay.get(ORDER + "/" + order).body().at("/lineItems/0/lineItemId").asText();
  }

  private Answer ship(int quantity, String tracking) {
    return told(
        "{'lineItems':[{'lineItemId':'"
            + line
            + "','quantity':"
            + quantity
            + "}],"
            + "'shippingCarrierCode':'DHL','trackingNumber':'"
            + tracking
            + "'}");
  }

  private Answer told(String body) {
    return ebay.post(ORDER + "/" + order + "/shipping_fulfillment", json(body));
  }

  private JsonNode shown() {
    return ebay.get(ORDER + "/" + order).body();
  }

  @Test
  void theIdIsInTheLocationHeaderOnly() {
    Answer told = ship(3, "00340434161094042557");
    assertThat(told.status()).isEqualTo(201);
    assertThat(told.raw().body()).isEmpty();
    String location = told.raw().headers().firstValue("Location").orElse("");
    Answer read = ebay.get(location.replaceFirst("http://[^/]*", ""));
    assertThat(read.body().path("shipmentTrackingNumber").asText())
        .isEqualTo("00340434161094042557");
    assertThat(shown().path("orderFulfillmentStatus").asText()).isEqualTo("FULFILLED");
  }

  @Test
  void anOrderIsShippedInParts() {
    ship(1, "T1");
    assertThat(shown().path("orderFulfillmentStatus").asText()).isEqualTo("IN_PROGRESS");
    ship(2, "T2");
    assertThat(shown().path("orderFulfillmentStatus").asText()).isEqualTo("FULFILLED");
    Answer list = ebay.get(ORDER + "/" + order + "/shipping_fulfillment");
    assertThat(list.body().path("total").asInt()).isEqualTo(2);
    assertThat(ebay.ledger().path("fulfillments").findValuesAsText("orderId"))
        .containsExactly(order, order);
  }

  @Test
  void whatIsWrongIsToldByNumber() {
    assertThat(told("{'lineItems':[{'lineItemId':'1'}]}").errorId()).isEqualTo(32200);
    String one = "{'lineItemId':'" + line + "','quantity':1}";
    assertThat(told("{'lineItems':[" + one + "," + one + "]}").errorId()).isEqualTo(32210);
    assertThat(told("{'lineItems':[" + one + "],'trackingNumber':'1'}").errorId()).isEqualTo(32300);
    assertThat(
            told("{'lineItems':[" + one + "],'shippedDate':'2020-01-01T00:00:00.000Z'}").errorId())
        .isEqualTo(32500);
    assertThat(
            told("{'lineItems':[" + one + "],'shippedDate':'2026-02-31T00:00:00.000Z'}").errorId())
        .isEqualTo(32500);
    assertThat(ship(4, "T").errorId()).isEqualTo(32600);
    assertThat(told("{'lineItems':[]}").errorId()).isEqualTo(32600);
    assertThat(shown().path("orderFulfillmentStatus").asText()).isEqualTo("NOT_STARTED");
  }

  @Test
  void theSameParcelIsNotTakenTwice() {
    ship(1, "T1");
    assertThat(ship(1, "T1").errorId()).isEqualTo(34500);
    assertThat(shown().path("orderFulfillmentStatus").asText()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aCancelledOrderIsNotShippedNorAShippedOneCancelled() {
    ship(1, "T1");
    assertThat(ebay.post("/control/ebay/orders/" + order + "/cancel", "").status()).isEqualTo(409);
    buy();
    ebay.post("/control/ebay/orders/" + order + "/cancel", "");
    assertThat(ship(1, "T2").errorId()).isEqualTo(32600);
  }

  @Test
  void anUnknownParcelIsNotFound() {
    Answer missing = ebay.get(ORDER + "/" + order + "/shipping_fulfillment/1");
    assertThat(missing.errorId()).isEqualTo(32110);
  }
}
