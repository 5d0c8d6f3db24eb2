package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import kontor.sandbox.document.Json;
import org.junit.jupiter.api.Test;

/** Feeds: documents, states, partial success, the end without success. */
class FeedTest extends AmazonTest {

  private static final String BASE = "/amazon/feeds/2021-06-30";
  private static final String LISTINGS = "JSON_LISTINGS_FEED";
  private static final String CANCEL = "POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA";
  private static final String REFUND = "POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA";

  private String upload(String type, String content) {
    JsonNode document = amazon.post(BASE + "/documents", "{'contentType':'" + type + "'}").body();
    assertThat(put(document.path("url").asText(), type, content)).isEqualTo(200);
    return document.path("feedDocumentId").asText();
  }

  private int put(String url, String type, String content) {
    return amazon
        .fetch(
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofString(content)))
        .statusCode();
  }

  private AmazonCaller.Answer create(String feedType, String content) {
    String type =
        feedType.equals(LISTINGS)
            ? "application/json; charset=UTF-8"
            : "text/tab-separated-values; charset=UTF-8";
    return amazon.post(
        BASE + "/feeds",
        "{'feedType':'"
            + feedType
            + "','marketplaceIds':['A1PA6795UKMFR9'],'inputFeedDocumentId':'"
            + upload(type, content)
            + "'}");
  }

  private JsonNode feed(String id) {
    return amazon.get(BASE + "/feeds/" + id).body();
  }

  private JsonNode finished(String feedType, String content) {
    String id = create(feedType, content).body().path("feedId").asText();
    amazon.advance("PT30S");
    return feed(id);
  }

  private String result(JsonNode feed) throws IOException {
    String id = feed.path("resultFeedDocumentId").asText();
    JsonNode document = amazon.get(BASE + "/documents/" + id).body();
    byte[] bytes =
        amazon.fetch(HttpRequest.newBuilder(URI.create(document.path("url").asText()))).body();
    return document.has("compressionAlgorithm")
        ? new String(
            new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
            StandardCharsets.UTF_8)
        : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String listings(int count) {
    StringBuilder messages = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      String attributes =
          i == 7
              ? "{'brand':[{'value':'Kontor'}]}"
              : AmazonCaller.attributes("9.99", i, "4006381333931");
      messages
          .append(i == 1 ? "" : ",")
          .append("{'messageId':" + i + ",'sku':'S" + i + "','operationType':'UPDATE',")
          .append("'productType':'HOME','requirements':'LISTING','attributes':" + attributes + "}");
    }
    return AmazonCaller.json(
        "{'header':{'sellerId':'A1KONTORLOCAL0','version':'2.0','issueLocale':'de_DE'},'messages':["
            + messages
            + "]}");
  }

  @Test
  void aFeedIsDoneAlthoughOneMessageFails() throws IOException {
    String id = create(LISTINGS, listings(25)).body().path("feedId").asText();
    assertThat(feed(id).path("processingStatus").asText()).isEqualTo("IN_QUEUE");
    amazon.advance("PT10S");
    assertThat(feed(id).path("processingStatus").asText()).isEqualTo("IN_PROGRESS");
    amazon.advance("PT20S");
    JsonNode feed = feed(id);
    assertThat(feed.path("processingStatus").asText()).isEqualTo("DONE");
    JsonNode report = Json.parse(result(feed));
    assertThat(report.at("/summary/messagesAccepted").asInt()).isEqualTo(24);
    assertThat(report.at("/issues/0/messageId").asInt()).isEqualTo(7);
    amazon.advance("PT2S");
    assertThat(amazon.ledger().path("listings")).hasSize(24);
    if (SharedDocuments.MODEL != null) {
      String folder = "schemas/feeds/";
      JsonNode sent = Json.parse(listings(3));
      assertThat(SharedDocuments.validate(folder + "listings-feed-schema-v2.json", sent)).isEmpty();
      String schema = folder + "listings-feed-processing-report-schema-v2.json";
      assertThat(SharedDocuments.validate(schema, report)).isEmpty();
    }
  }

  @Test
  void patchesPartialUpdatesAndDeletionsAreMessagesToo() {
    amazon.list("A", 5, "9.99").list("B", 5, "9.99");
    String stock =
        "'fulfillment_availability'|[{'fulfillment_channel_code':'DEFAULT','quantity':2}]";
    String value = stock.substring(stock.indexOf('|') + 1);
    String messages =
        "{'messageId':1,'sku':'A','operationType':'PARTIAL_UPDATE','productType':'PRODUCT','attributes':{'fulfillment_availability':"
            + value
            + "}},{'messageId':2,'sku':'B','operationType':'PATCH','productType':'PRODUCT','patches':[{'op':'replace','path':'/attributes/fulfillment_availability','value':"
            + value
            + "}]},{'messageId':3,'sku':'B','operationType':'DELETE'}";
    String feed =
        "{'header':{'sellerId':'A1KONTORLOCAL0','version':'2.0'},'messages':[" + messages + "]}";
    finished(LISTINGS, AmazonCaller.json(feed));
    amazon.advance("PT2S");
    assertThat(amazon.ledger().path("listings")).hasSize(1);
    assertThat(amazon.ledger().at("/listings/0/quantity").asInt()).isEqualTo(2);
  }

  @Test
  void aFeedMayEndWithoutSuccessAfterAPartOfIt() {
    amazon.fault("{'operation':'createFeed','kind':'FATAL','applied':3}");
    JsonNode feed = finished(LISTINGS, listings(6));
    assertThat(feed.path("processingStatus").asText()).isEqualTo("FATAL");
    assertThat(feed.has("resultFeedDocumentId")).isFalse();
    amazon.advance("PT2S");
    assertThat(amazon.ledger().path("listings")).hasSize(3);
  }

  @Test
  void whatListingsHadBeforeJsonEndsWithoutSuccessAndSoDoesABrokenDocument() {
    assertThat(
            finished("POST_INVENTORY_AVAILABILITY_DATA", "<x/>").path("processingStatus").asText())
        .isEqualTo("FATAL");
    assertThat(finished(LISTINGS, "{").path("processingStatus").asText()).isEqualTo("FATAL");
    assertThat(finished(CANCEL, "order\n1").path("processingStatus").asText()).isEqualTo("FATAL");
  }

  @Test
  void fiveListingsFeedsInFiveMinutesAreTheLimit() {
    for (int i = 0; i < 5; i++) {
      assertThat(create(LISTINGS, listings(1)).status()).isEqualTo(202);
    }
    assertThat(create(LISTINGS, listings(1)).status()).isEqualTo(429);
    assertThat(amazon.ledger().at("/bucketBreaches/JSON_LISTINGS_FEED").asInt()).isEqualTo(1);
    amazon.advance("PT5M");
    assertThat(create(LISTINGS, listings(1)).status()).isEqualTo(202);
  }

  @Test
  void anAddressIsGoodForFiveMinutesAndForTheAgreedType() {
    String url =
        amazon
            .post(BASE + "/documents", "{'contentType':'text/plain'}")
            .body()
            .path("url")
            .asText();
    assertThat(put(url, "text/html", "x")).isEqualTo(403);
    amazon.advance("PT5M");
    assertThat(put(url, "text/plain", "x")).isEqualTo(403);
  }

  @Test
  void aFeedIsCancelledWhileItWaitsAndFoundInTheList() {
    String id = create(CANCEL, "order\n1").body().path("feedId").asText();
    assertThat(amazon.delete(BASE + "/feeds/" + id).status()).isEqualTo(200);
    amazon.advance("PT1M");
    assertThat(feed(id).path("processingStatus").asText()).isEqualTo("CANCELLED");
    assertThat(amazon.delete(BASE + "/feeds/" + id).status()).isEqualTo(400);
    create(CANCEL, "order\n1");
    JsonNode page = amazon.get(BASE + "/feeds?pageSize=1&feedTypes=" + CANCEL).body();
    assertThat(page.path("feeds")).hasSize(1);
    String next = AmazonCaller.encode(page.path("nextToken").asText());
    assertThat(amazon.get(BASE + "/feeds?nextToken=" + next).body().at("/feeds/0/feedId").asText())
        .isEqualTo(id);
    assertThat(amazon.get(BASE + "/feeds?pageSize=1&nextToken=" + next).status()).isEqualTo(400);
    assertThat(amazon.get(BASE + "/feeds").status()).isEqualTo(400);
  }

  @Test
  void theSellerCancelsALineAndTheReportNamesWrongRows() throws IOException {
    amazon.list("A", 9, "19.99").list("B", 9, "5.00");
    JsonNode order = amazon.purchase("{'lines':[{'sku':'A','quantity':2},{'sku':'B'}]}").body();
    String id = order.path("orderId").asText();
    String text =
        "TemplateType=OrderCancellation\tVersion=1.0\n"
            + "order-id\tcancellation-reason-code\tamazon-order-item-code\n"
            + (id + "\tNoInventory\t" + order.at("/lines/0/orderItemId").asText() + "\n")
            + (id + "\tBecause\t" + order.at("/lines/1/orderItemId").asText() + "\n");
    String report = result(finished(CANCEL, text));
    assertThat(report).contains("successful\t\t1").contains("2\t" + id);
    JsonNode ledger = amazon.ledger();
    assertThat(ledger.at("/cancellations/0/by").asText()).isEqualTo("MERCHANT");
    assertThat(ledger.at("/cancellations/0/quantity").asInt()).isEqualTo(2);
    assertThat(ledger.at("/orders/0/total/amount").asText()).isEqualTo("5.00");
    assertThat(ledger.at("/orders/0/status").asText()).isEqualTo("UNSHIPPED");
  }

  @Test
  void theSellerPaysBackWhatWasShippedAndNoMore() throws IOException {
    amazon.list("A", 9, "19.99").post("/control/amazon/stock", "{'sku':'A','quantity':4}");
    JsonNode order =
        amazon.purchase("{'sku':'A','quantity':2,'fulfilledBy':'AMAZON','shipping':'3.00'}").body();
    String id = order.path("orderId").asText();
    String item = order.at("/lines/0/orderItemId").asText();
    String head =
        "order-id\torder-item-id\tadjustment-reason-code\tcurrency\titem-price-adj\tshipping-price-adj\n";
    String row = id + "\t" + item + "\tCustomerReturn\tEUR\t19.99\t3.00\n";
    assertThat(result(finished(REFUND, head + row))).contains("successful\t\t0");
    amazon.post("/control/amazon/orders/" + id + "/ship", "{}");
    assertThat(result(finished(REFUND, head + row + row))).contains("successful\t\t1");
    assertThat(amazon.ledger().at("/refunds/0/price/amount").asText()).isEqualTo("19.99");
    assertThat(amazon.ledger().path("refunds")).hasSize(1);
  }
}
