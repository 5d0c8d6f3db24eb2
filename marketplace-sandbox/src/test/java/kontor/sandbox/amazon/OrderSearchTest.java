package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading orders: windows, pages, states. */
class OrderSearchTest extends AmazonTest {

  private static final String ALL =
      "&includedData=BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES";

  private final String since = "?lastUpdatedAfter=2020-01-01T00:00:00Z";

  private JsonNode orders(String query) {
    AmazonCaller.Answer answer = amazon.get(AmazonCaller.ORDERS + query);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private AmazonCaller.Answer refused(String query) {
    AmazonCaller.Answer answer = amazon.get(AmazonCaller.ORDERS + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("InvalidInput");
    return answer;
  }

  @Test
  void anOrderShowsAfterTwoMinutesWithItsUnitPriceAndTotal() {
    amazon.list("A", 9, "19.99");
    JsonNode bought =
        amazon.purchase("{'sku':'A','quantity':2,'shipping':'4.90','country':'AT'}").body();
    assertThat(orders(since).path("orders")).isEmpty();
    assertThat(amazon.get(AmazonCaller.ORDERS + "/" + bought.path("orderId").asText()).status())
        .isEqualTo(404);
    amazon.advance("PT2M");
    JsonNode found = orders(since + ALL);
    JsonNode order = found.at("/orders/0");
    assertThat(order.at("/proceeds/grandTotal/amount").asText()).isEqualTo("44.88");
    assertThat(order.at("/orderItems/0/product/price/unitPrice/amount").asText())
        .isEqualTo("19.99");
    assertThat(order.at("/orderItems/0/proceeds/breakdowns/0/subtotal/amount").asText())
        .isEqualTo("39.98");
    assertThat(order.at("/recipient/deliveryAddress/countryCode").asText()).isEqualTo("AT");
    assertThat(order.at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("UNSHIPPED");
    assertThat(found.path("lastUpdatedBefore").asText()).isNotEmpty();
    assertThat(orders("?createdAfter=2020-01-01T00:00:00Z").has("createdBefore")).isTrue();
    assertThat(order.path("orderId").asText()).matches("\\d{3}-\\d{7}-\\d{7}");
  }

  @Test
  void pendingHasNoPersonAndNoPriceAndACancelledOrderHasNoneEither() {
    amazon.list("A", 9, "19.99");
    String id =
        amazon
            .purchase("{'sku':'A','quantity':2,'payment':'PENDING'}")
            .body()
            .path("orderId")
            .asText();
    amazon.advance("PT2M");
    JsonNode pending = orders(since + ALL).at("/orders/0");
    assertThat(pending.at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("PENDING");
    assertThat(pending.has("recipient") || pending.has("buyer") || pending.has("proceeds"))
        .isFalse();
    assertThat(pending.at("/orderItems/0/product").has("price")).isFalse();
    assertThat(amazon.ledger().at("/listings/0/quantity").asInt()).isEqualTo(7);
    amazon.post("/control/amazon/orders/" + id + "/pay", "{}");
    amazon.advance("PT2M");
    assertThat(orders(since + ALL).at("/orders/0").has("recipient")).isTrue();
    amazon.post("/control/amazon/orders/" + id + "/cancel", "{'by':'AMAZON'}");
    amazon.advance("PT2M");
    JsonNode cancelled = orders(since + ALL + "&fulfillmentStatuses=CANCELLED").at("/orders/0");
    assertThat(
            cancelled.at("/orderItems/0/cancellation/cancellationExecution/cancelledBy").asText())
        .isEqualTo("AMAZON");
    assertThat(cancelled.at("/orderItems/0/product").has("price")).isFalse();
    assertThat(amazon.post("/control/amazon/orders/" + id + "/pay", "{}").status()).isEqualTo(409);
  }

  @Test
  void aRequestToCancelIsNoCancellation() {
    amazon.list("A", 9, "19.99");
    String id = amazon.buy("A", 1).path("orderId").asText();
    amazon.post(
        "/control/amazon/orders/" + id + "/cancel", "{'state':'REQUESTED','reason':'too late'}");
    amazon.advance("PT2M");
    JsonNode order = orders(since + ALL).at("/orders/0");
    assertThat(order.at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("UNSHIPPED");
    assertThat(order.at("/orderItems/0/cancellation/cancellationRequest/cancelReason").asText())
        .isEqualTo("too late");
  }

  @Test
  void whatAmazonShipsHasNoNameAndNoParcelOfTheSellers() {
    amazon.list("A", 9, "19.99").post("/control/amazon/stock", "{'sku':'A','quantity':4}");
    String id =
        amazon.purchase("{'sku':'A','fulfilledBy':'AMAZON'}").body().path("orderId").asText();
    amazon.post("/control/amazon/orders/" + id + "/ship", "{}");
    amazon.advance("PT2M");
    JsonNode order = orders(since + ALL + "&fulfilledBy=AMAZON").at("/orders/0");
    assertThat(order.at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("SHIPPED");
    assertThat(order.at("/recipient/deliveryAddress").has("name")).isFalse();
    assertThat(order.has("packages")).isFalse();
    assertThat(orders(since + "&fulfilledBy=MERCHANT").path("orders")).isEmpty();
  }

  @Test
  void aCurrencyWithoutDecimalsHasNone() {
    amazon.post(
        "/control/amazon/sellers",
        "{'sellerId':'A2JAPAN','refreshToken':'jp','marketplaceIds':['A1VC38T7YXB528']}");
    AmazonCaller japan = new AmazonCaller(baseUri()).signIn("jp");
    String path = "/amazon/listings/2021-08-01/items/A2JAPAN/A?marketplaceIds=A1VC38T7YXB528";
    String attributes = AmazonCaller.attributes("5980", 3, "4006381333931").replace("EUR", "JPY");
    japan.call("PUT", path, "{'productType':'HOME','attributes':" + attributes + "}");
    japan.advance("PT2S");
    japan.purchase("{'sellerId':'A2JAPAN','sku':'A','quantity':2}");
    japan.advance("PT2M");
    JsonNode order = japan.get(AmazonCaller.ORDERS + since + ALL).body().at("/orders/0");
    assertThat(order.at("/orderItems/0/product/price/unitPrice/amount").asText()).isEqualTo("5980");
    assertThat(order.at("/proceeds/grandTotal/amount").asText()).isEqualTo("11960");
  }

  @Test
  void pagesLeadThroughAllOrdersOnceAndTheTokenBelongsToTheParameters() {
    amazon.list("A", 900, "19.99").purchase("{'sku':'A','count':250}");
    amazon.advance("PT2M");
    List<String> ids = new ArrayList<>();
    String token = "";
    List<Integer> sizes = new ArrayList<>();
    do {
      JsonNode page = orders(since + (token.isEmpty() ? "" : "&paginationToken=" + token));
      ids.addAll(page.path("orders").findValuesAsText("orderId"));
      sizes.add(page.path("orders").size());
      String raw = page.at("/pagination/nextToken").asText();
      token = AmazonCaller.encode(raw);
      if (!raw.isEmpty()) {
        refused(since + "&includedData=BUYER&paginationToken=" + token);
        refused(
            since
                + "&paginationToken="
                + raw.replace("=", "%3D").replace("/", "%2F")); // + is a space
        orders(since + "&maxResultsPerPage=7&paginationToken=" + token);
      }
    } while (!token.isEmpty());
    assertThat(sizes).containsExactly(100, 100, 50);
    assertThat(ids).doesNotHaveDuplicates().hasSize(250);
  }

  @Test
  void aTokenLivesForADay() {
    amazon.list("A", 9, "1.00").purchase("{'sku':'A','count':2}");
    amazon.advance("PT2M");
    JsonNode page = orders(since + "&maxResultsPerPage=1");
    String token = AmazonCaller.encode(page.at("/pagination/nextToken").asText());
    amazon.advance("PT24H");
    amazon.signIn();
    assertThat(refused(since + "&paginationToken=" + token).details()).contains("expired");
  }

  @Test
  void anOrderThatChangesBetweenPagesIsLeftToTheNextWindow() {
    amazon.list("A", 9, "1.00").purchase("{'sku':'A','count':3}");
    amazon.advance("PT2M");
    JsonNode first = orders(since + "&maxResultsPerPage=1");
    String changed = first.at("/orders/0/orderId").asText();
    amazon.post("/control/amazon/orders/" + changed + "/cancel", "{'state':'REQUESTED'}");
    String token = AmazonCaller.encode(first.at("/pagination/nextToken").asText());
    JsonNode second = orders(since + "&paginationToken=" + token);
    assertThat(second.path("orders")).hasSize(2);
    amazon.advance("PT2M");
    String next = "?lastUpdatedAfter=" + first.path("lastUpdatedBefore").asText();
    assertThat(orders(next).path("orders").findValuesAsText("orderId")).contains(changed);
  }

  @Test
  void aWindowThatAmazonDoesNotAllowIsRefused() {
    String now = Instant.now().minusSeconds(30).truncatedTo(ChronoUnit.SECONDS).toString();
    refused("");
    refused(since + "&createdAfter=2020-01-01T00:00:00Z");
    assertThat(refused(since + "&lastUpdatedBefore=" + now).details()).contains("two minutes");
    refused(since + "&createdBefore=2021-01-01T00:00:00Z");
    refused(since + "&lastUpdatedBefore=2019-01-01T00:00:00Z");
    refused("?lastUpdatedAfter=2026-03-29T02:30:00+02:00"); // a raw plus is a space
    orders("?lastUpdatedAfter=2026-03-29T02:30:00%2B02:00");
  }
}
