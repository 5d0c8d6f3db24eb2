package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import kontor.sandbox.amazon.document.TabFile;
import org.junit.jupiter.api.Test;

/** Reports: returns, listings, and what is paid out. */
class ReportTest extends AmazonTest {

  private static final String BASE = "/amazon/reports/2021-06-30";
  private static final String ALL = "GET_MERCHANT_LISTINGS_ALL_DATA";
  private static final String ENGLISH =
      ",'reportOptions':{'preferredReportDocumentLocale':'en_US'}";

  private HttpResponse<byte[]> download(JsonNode report) {
    String id = report.path("reportDocumentId").asText();
    JsonNode document = amazon.get(BASE + "/documents/" + id).body();
    return amazon.fetch(HttpRequest.newBuilder(URI.create(document.path("url").asText())));
  }

  private JsonNode finished(String type) {
    return finished(type, "");
  }

  private JsonNode finished(String type, String more) {
    String body = "{'reportType':'" + type + "','marketplaceIds':['A1PA6795UKMFR9']" + more + "}";
    String id = amazon.post(BASE + "/reports", body).body().path("reportId").asText();
    assertThat(amazon.get(BASE + "/reports/" + id).body().path("processingStatus").asText())
        .isEqualTo("IN_QUEUE");
    amazon.advance("PT30S");
    return amazon.get(BASE + "/reports/" + id).body();
  }

  private static Map<String, String> row(String text, int number) {
    return TabFile.read(text, List.of()).orElseThrow().get(number);
  }

  private JsonNode shipped(String purchase) {
    amazon.list("A", 99, "19.99").post("/control/amazon/stock", "{'sku':'A','quantity':40}");
    JsonNode order = amazon.purchase(purchase).body();
    amazon.post("/control/amazon/orders/" + order.path("orderId").asText() + "/ship", "{}");
    return order;
  }

  @Test
  void returnsAreZippedTextInTheEncodingThatTheContentTypeNames() throws IOException {
    amazon.list("A", 9, "19.99");
    JsonNode order = amazon.buy("A", 2);
    String confirm =
        "{'marketplaceId':'A1PA6795UKMFR9','packageDetail':{'packageReferenceId':'1',"
            + "'carrierCode':'DHL','trackingNumber':'1','shipDate':'"
            + order.path("created").asText()
            + "','orderItems':[{'orderItemId':'"
            + order.at("/lines/0/orderItemId").asText()
            + "','quantity':2}]}}";
    String id = order.path("orderId").asText();
    String back = "/control/amazon/orders/" + id + "/return";
    assertThat(amazon.post(back, "{}").status()).isEqualTo(409);
    amazon.post("/amazon/orders/v0/orders/" + id + "/shipmentConfirmation", confirm);
    assertThat(amazon.post(back, "{'quantity':2,'reason':'CR-DEFECTIVE'}").status()).isEqualTo(200);
    HttpResponse<byte[]> file = download(finished("GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE"));
    assertThat(file.headers().firstValue("Content-Type")).contains("text/plain; charset=Cp1252");
    Map<String, String> row = row(unzipped(file), 0);
    assertThat(row).containsEntry("Order ID", id).containsEntry("Return quantity", "2");
    assertThat(row).containsEntry("Item Name", "Hocker Größe M").containsEntry("Merchant SKU", "A");
  }

  private static String unzipped(HttpResponse<byte[]> file) throws IOException {
    byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(file.body())).readAllBytes();
    return new String(bytes, Charset.forName("windows-1252"));
  }

  @Test
  void theListingsReportHasEveryListing() throws IOException {
    amazon.list("A", 0, "19.99").list("B", 3, "5.00");
    String text = unzipped(download(finished(ALL, ENGLISH)));
    assertThat(row(text, 0))
        .containsEntry("seller-sku", "A")
        .containsEntry("status", "Inactive")
        .containsEntry("item-name", "Hocker Größe M");
    assertThat(row(text, 1)).containsEntry("quantity", "3").containsEntry("price", "5.00");
    String id = row(text, 0).get("product-id");
    assertThat(id).isEqualTo("4006381333931");
    assertThat(row(text, 0)).containsEntry("product-id-type", "4");
    assertThat(row(unzipped(download(finished(ALL))), 0)).containsEntry("Händler-SKU", "A");
  }

  @Test
  void aSettlementAddsUpToTheCentAndNothingIsPaidTwice() {
    JsonNode order = shipped("{'sku':'A','quantity':3,'fulfilledBy':'AMAZON','shipping':'4.90'}");
    assertThat(amazon.post("/control/amazon/settlements", "{}").status()).isEqualTo(201);
    assertThat(amazon.post("/control/amazon/settlements", "{}").status()).isEqualTo(409);
    List<Map<String, String>> rows = settled(0);
    assertThat(rows.get(0)).containsEntry("total-amount", "55.14"); // 64.87 − 15 % of it (9.73)
    BigDecimal sum =
        rows.stream()
            .skip(1)
            .map(row -> new BigDecimal(row.get("amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("55.14");
    assertThat(rows.get(1))
        .containsEntry("order-id", order.path("orderId").asText())
        .containsEntry("quantity-purchased", "3");
    assertThat(amazon.ledger().at("/settlements/0/total/amount").asText()).isEqualTo("55.14");
  }

  private List<Map<String, String>> settled(int number) {
    JsonNode reports =
        amazon.get(BASE + "/reports?reportTypes=GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2").body();
    String text =
        new String(download(reports.path("reports").get(number)).body(), StandardCharsets.UTF_8);
    return TabFile.read(text, List.of("settlement-id", "amount")).orElseThrow();
  }

  @Test
  void aCheapArticleCostsTheLeastFee() {
    amazon.list("A", 99, "0.99").post("/control/amazon/stock", "{'sku':'A','quantity':40}");
    JsonNode order = amazon.purchase("{'sku':'A','quantity':2,'fulfilledBy':'AMAZON'}").body();
    amazon.post("/control/amazon/orders/" + order.path("orderId").asText() + "/ship", "{}");
    amazon.post("/control/amazon/settlements", "{}");
    assertThat(settled(0).get(0)).containsEntry("total-amount", "1.38"); // 1.98 − 2 × 0.30
  }

  @Test
  void aSettlementCannotBeAskedForAndAnUnknownReportIsRefused() {
    String body = "{'reportType':'%s','marketplaceIds':['A1PA6795UKMFR9']}";
    String settlement = String.format(body, "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2");
    assertThat(amazon.post(BASE + "/reports", settlement).status()).isEqualTo(400);
    assertThat(amazon.post(BASE + "/reports", String.format(body, "GET_X")).status())
        .isEqualTo(400);
    String returns = String.format(body, "GET_MERCHANT_LISTINGS_ALL_DATA");
    String id = amazon.post(BASE + "/reports", returns).body().path("reportId").asText();
    assertThat(amazon.delete(BASE + "/reports/" + id).status()).isEqualTo(200);
    assertThat(amazon.get(BASE + "/reports/" + id).body().path("processingStatus").asText())
        .isEqualTo("CANCELLED");
  }
}
