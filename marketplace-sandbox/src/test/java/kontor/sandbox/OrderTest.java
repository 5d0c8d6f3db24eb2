package kontor.sandbox;

import static kontor.sandbox.Caller.ORDER;
import static kontor.sandbox.Caller.encode;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders: how they come about and how they are read. */
class OrderTest extends SandboxTest {

  @BeforeEach
  void list() {
    ebay.list("A", 500, "19.99");
  }

  @Test
  void anOrderHasItsTotalsToTheCent() {
    ebay.list("Ü 2", 5, "7.05");
    Answer bought =
        ebay.purchase(
            "{'lines':[{'sku':'A','quantity':2},{'sku':'Ü 2','quantity':3}],'deliveryCost':'4.9'}");
    assertThat(bought.status()).isEqualTo(201);
    JsonNode order = ebay.get(ORDER + "/" + bought.body().path("orderId").asText()).body();
    assertThat(order.at("/pricingSummary/priceSubtotal/value").asText()).isEqualTo("61.13");
    assertThat(order.at("/pricingSummary/total/value").asText()).isEqualTo("66.03");
    assertThat(order.at("/lineItems/1/lineItemCost/value").asText()).isEqualTo("21.15");
    assertThat(order.at("/lineItems/1/sku").asText()).isEqualTo("Ü 2");
    assertThat(order.path("orderPaymentStatus").asText()).isEqualTo("PAID");
    assertThat(order.path("orderFulfillmentStatus").asText()).isEqualTo("NOT_STARTED");
  }

  @Test
  void buyersLiveWhereTheyShould() {
    String id = ebay.purchase("{'sku':'A','country':'AT'}").body().path("orderId").asText();
    JsonNode to =
        ebay.get(ORDER + "/" + id).body().at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
    assertThat(to.at("/contactAddress/countryCode").asText()).isEqualTo("AT");
    assertThat(to.path("fullName").asText()).contains(" ");
    assertThat(to.at("/contactAddress/postalCode").asText()).matches("[0-9]{4}");
    Answer refused = ebay.purchase("{'sku':'A','country':'XX'}");
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("country");
  }

  @Test
  void nobodyBuysMoreThanIsListed() {
    ebay.list("B", 2, "5.00");
    assertThat(ebay.purchase("{'sku':'B','quantity':3}").status()).isEqualTo(409);
    Answer half = ebay.purchase("{'lines':[{'sku':'A','quantity':1},{'sku':'B','quantity':3}]}");
    assertThat(half.status()).isEqualTo(409);
    assertThat(ebay.ledger().path("orders")).isEmpty();
    ebay.buy("B", 2);
    assertThat(ebay.purchase("{'sku':'B'}").status()).isEqualTo(409);
    assertThat(ebay.purchase("{'sku':'gone'}").status()).isEqualTo(404);
    assertThat(ebay.ledger().at("/items/1/quantity").asInt()).isZero();
  }

  @Test
  void allPagesTogetherHoldEachOrderOnce() {
    for (int i = 0; i < 25; i++) {
      ebay.buy("A", 1);
    }
    Set<String> seen = new HashSet<>();
    String next = ORDER + "?limit=10";
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = ebay.get(next).body();
      page.path("orders").forEach(order -> seen.add(order.path("orderId").asText()));
      assertThat(page.path("total").asInt()).isEqualTo(25);
      next = page.path("next").asText().replaceFirst("http://[^/]*", "");
      pages++;
    }
    assertThat(seen).hasSize(25);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void filtersSelectByDateAndState() {
    String old = ebay.buy("A", 1);
    ebay.post("/control/clock", "{\"advance\":\"PT1H\"}");
    String now = ebay.get("/control/clock").body().path("now").asText();
    // eBay's times have milliseconds, the clock has more
    ebay.post("/control/clock", "{\"advance\":\"PT1S\"}");
    String recent = ebay.buy("A", 1);
    assertThat(ids("creationdate:[" + now + "..]")).containsExactly(recent);
    ebay.post("/control/ebay/orders/" + old + "/cancel", "");
    assertThat(ids("lastmodifieddate:[" + now + "..]")).containsExactlyInAnyOrder(old, recent);
    assertThat(ids("creationdate:[" + now + "..],lastmodifieddate:[2026-01-01T00:00:00.000Z..]"))
        .containsExactly(recent);
    assertThat(ids("orderfulfillmentstatus:{NOT_STARTED|IN_PROGRESS}")).hasSize(2);
    assertThat(ids("orderfulfillmentstatus:{FULFILLED|IN_PROGRESS}")).isEmpty();
    Answer named = ebay.get(ORDER + "?orderIds=" + old + ",20-99999-99999");
    assertThat(named.body().path("orders")).hasSize(1);
  }

  private Set<String> ids(String filter) {
    Answer answer = ebay.get(ORDER + "?filter=" + encode(filter));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return Set.copyOf(answer.body().findValuesAsText("orderId"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filter=colour:{RED} | 30700",
        "filter=orderfulfillmentstatus:{NOT_STARTED} | 30800",
        "filter=orderfulfillmentstatus:{NOT_STARTED\u00a6NOT_STARTED} | 30800",
        "filter=orderfulfillmentstatus:NOT_STARTED | 30800",
        "filter=creationdate:[yesterday..] | 30810",
        "filter=creationdate:[..2026-01-01T00:00:00.000Z] | 30820",
        "filter=creationdate:[2001-01-01T00:00:00.000Z..] | 30830",
        "filter=creationdate:[2026-01-03T00:00:00.000Z..2026-01-01T00:00:00.000Z] | 30840",
        "filter=creationdate:[2096-01-01T00:00:00.000Z..] | 30850",
        "limit=201 | 31100",
        "limit=many | 31100",
        "offset=-1 | 31000",
        "fieldGroups=ALL | 32800",
        "orderIds=1 | 32100",
      })
  void aWrongQueryIsToldByNumber(String query, int errorId) {
    int equals = query.indexOf('=');
    String value = query.substring(equals + 1).replace('\u00a6', '|');
    Answer refused = ebay.get(ORDER + "?" + query.substring(0, equals + 1) + encode(value));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorId()).isEqualTo(errorId);
  }

  @Test
  void theListDoesNotShowRequestsToCancelButTheOrderDoes() {
    String id = ebay.buy("A", 1);
    ebay.post("/control/ebay/orders/" + id + "/cancel", "{\"state\":\"REQUESTED\"}");
    JsonNode listed = ebay.get(ORDER).body().at("/orders/0/cancelStatus");
    assertThat(listed.path("cancelState").asText()).isEqualTo("IN_PROGRESS");
    assertThat(listed.path("cancelRequests")).isEmpty();
    JsonNode alone = ebay.get(ORDER + "/" + id).body().at("/cancelStatus/cancelRequests/0");
    assertThat(alone.path("cancelRequestState").asText()).isEqualTo("REQUESTED");
    ebay.post("/control/ebay/orders/" + id + "/cancel", "");
    JsonNode order = ebay.get(ORDER + "/" + id).body();
    assertThat(order.at("/cancelStatus/cancelState").asText()).isEqualTo("CANCELED");
    assertThat(order.path("orderPaymentStatus").asText()).isEqualTo("FULLY_REFUNDED");
    assertThat(ebay.post("/control/ebay/orders/" + id + "/cancel", "").status()).isEqualTo(409);
  }

  @Test
  void anOrderMayWaitForItsMoney() {
    String id = ebay.purchase("{'sku':'A','payment':'PENDING'}").body().path("orderId").asText();
    assertThat(ebay.get(ORDER + "/" + id).body().path("orderPaymentStatus").asText())
        .isEqualTo("PENDING");
    assertThat(ebay.post("/control/ebay/orders/" + id + "/pay", "").status()).isEqualTo(200);
    assertThat(ebay.get(ORDER + "/" + id).body().path("orderPaymentStatus").asText())
        .isEqualTo("PAID");
    assertThat(ebay.post("/control/ebay/orders/" + id + "/pay", "").status()).isEqualTo(409);
  }

  @Test
  void anUnknownOrderIsNotFound() {
    assertThat(ebay.get(ORDER + "/20-00000-00099").status()).isEqualTo(404);
  }
}
