package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import kontor.sandbox.document.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The seller tells of parcels. */
class ConfirmShipmentTest extends AmazonTest {

  private JsonNode order = Json.object();

  private AmazonCaller.Answer confirm(String reference, int quantity, String more) {
    String body =
        "{'marketplaceId':'A1PA6795UKMFR9','packageDetail':{'packageReferenceId':"
            + reference
            + ",'carrierCode':'DHL','trackingNumber':'00340','shipDate':'"
            + order.path("created").asText()
            + "','orderItems':[{'orderItemId':'"
            + order.at("/lines/0/orderItemId").asText()
            + "','quantity':"
            + quantity
            + "}]}}";
    for (String change : more.split(";")) {
      String[] pair = change.split(">");
      body = pair.length == 2 ? body.replace(pair[0], pair[1]) : body;
    }
    String id = order.path("orderId").asText();
    return amazon.post("/amazon/orders/v0/orders/" + id + "/shipmentConfirmation", body);
  }

  @BeforeEach
  void sell() {
    amazon.list("A", 9, "19.99");
    order = amazon.buy("A", 3);
  }

  @Test
  void twoParcelsAndARepetitionShipAnOrderOnce() {
    assertThat(confirm("'1'", 1, "").status()).isEqualTo(204);
    assertThat(confirm("'1'", 1, "").status()).isEqualTo(204);
    assertThat(amazon.ledger().at("/orders/0/status").asText()).isEqualTo("PARTIALLY_SHIPPED");
    assertThat(confirm("'2'", 2, "").status()).isEqualTo(204);
    assertThat(amazon.ledger().at("/orders/0/status").asText()).isEqualTo("SHIPPED");
    assertThat(amazon.ledger().path("shipments")).hasSize(2);
    assertThat(confirm("'2'", 2, "00340>00341").status()).isEqualTo(204);
    assertThat(amazon.ledger().path("shipments").findValuesAsText("trackingNumber"))
        .containsExactly("00340", "00341");
    AmazonCaller.Answer again = confirm("'3'", 1, "");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().at("/errors/0/message").asText()).contains("already fulfilled");
  }

  @Test
  void whatIsWrongIsRefusedAndChangesNothing() {
    assertThat(confirm("1", 1, "").details()).contains("packageReferenceId");
    assertThat(confirm("'0'", 1, "").body().toString())
        .contains("must be a positive numeric value");
    assertThat(confirm("'1'", 4, "").status()).isEqualTo(400);
    assertThat(confirm("'1'", 1, "'DHL'>'Other'").body().toString()).contains("CarrierName");
    assertThat(confirm("'1'", 1, "A1PA6795UKMFR9>A13V1IB3VIYZZH").status()).isEqualTo(400);
    assertThat(confirm("'1'", 1, "'orderItemId':'>'orderItemId':'9").body().toString())
        .contains("OrderItemId is invalid");
    assertThat(confirm("'1'", 1, "[{>{;}]>}").details()).contains("orderItems");
    assertThat(amazon.ledger().path("shipments")).isEmpty();
  }

  @Test
  void whatIsNotTheSellersToShipIsRefused() {
    order = amazon.purchase("{'sku':'A','quantity':3,'payment':'PENDING'}").body();
    assertThat(confirm("'1'", 1, "").status()).isEqualTo(400);
    amazon.post("/control/amazon/stock", "{'sku':'A','quantity':4}");
    order = amazon.purchase("{'sku':'A','quantity':3,'fulfilledBy':'AMAZON'}").body();
    assertThat(confirm("'1'", 1, "").status()).isEqualTo(400);
  }
}
