package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.ExchangeRate;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices that follow competitors at Amazon, never below what they cost us. */
class RepricingServiceTest extends RunningConnector {

  private static final String AMAZON = "amazon-de/main/";
  private static final String ACCOUNT_PATH = "repricing/amazon-de/main/";

  @BeforeEach
  void amazonKeepsFifteenPercent() {
    assertThat(put(ACCOUNT_PATH + "terms", "{'fee':'15'}").statusCode()).isEqualTo(200);
  }

  /** The documents are compared where they lie beside the repository. */
  @AfterEach
  void everyRequestFitsAmazonsDocumentsAndLimits() {
    String books = get(SANDBOX.baseUri() + "/control/amazon/ledger");
    assertThat(JsonPath.<Map<String, Object>>read(books, "$.bucketBreaches")).isEmpty();
    assertThat(JsonPath.<Object>read(books, "$.modelViolations").toString()).isIn("[]", "{}", "0");
  }

  @Test
  void aCompetitorIsUndercutDownToTheFloorAndAPersonsPriceBeatsTheRule() {
    String asin = live("PREIS/1", "20.49");
    competitor(asin, "19.99");
    put("repricing/costs?sku=PREIS/1", "{'cost':'9.10'}");
    rule("undercut", "'sku':'PREIS/1','strategy':'UNDERCUT','by':" + euro("0.10"), "AUTOMATIC");

    await().until(() -> shows("PREIS/1", "19.89"));
    assertThat(listed("PREIS/1")).contains("19.89");
    String applied = admin("repricing/proposals?state=APPLIED&channel=amazon-de&sku=PREIS/1");
    assertThat(JsonPath.<List<String>>read(applied, "$.items[0].proposal.reasons"))
        .contains("Undercut by 0.10 EUR: 19.89 EUR.")
        .anyMatch(reason -> reason.startsWith("The floor is 13.19 EUR (goods 9.1000, fee 15 %"));

    competitor(asin, "10.00");
    await().until(() -> shows("PREIS/1", "13.19"));
    competitor(asin, "9.00");
    await().until(() -> picture("PREIS/1").contains("Undercut by 0.10 EUR: 8.90 EUR."));
    assertThat(picture("PREIS/1")).contains("Not below 13.19 EUR").contains("\"9.00\"");
    assertThat(shows("PREIS/1", "13.19")).isTrue();

    assertThat(put("prices/amazon-de/main/PREIS/1", "{'price':" + euro("12.34") + "}").body())
        .contains("MANUAL");
    await().until(() -> shows("PREIS/1", "12.34"));
    send("DELETE", "prices/amazon-de/main/PREIS/1", "");
    send("DELETE", ACCOUNT_PATH + "rules/undercut", "");
    await().until(() -> shows("PREIS/1", "20.49"));
  }

  @Test
  void aProposalForApprovalWaitsForAPersonAndItsCostIsThatOfTheReceipt() {
    String asin = live("PREIS-2", "20.49");
    competitor(asin, "17.00");
    receipt("PREIS-2", "80.00", 2);
    receipt("PREIS-2", "70.00", 1); // an older one that is heard of later
    receipt("PREIS-3", "60.00", 3);
    await().until(() -> admin("repricing/costs?sku=PREIS-3").contains("6.0000"));
    assertThat(admin("repricing/costs?sku=PREIS-2")).contains("8.0000");
    rule("ask", "'sku':'PREIS-2','strategy':'MATCH'", "APPROVAL");

    String open = "repricing/proposals?state=OPEN&sku=PREIS-2";
    await().until(() -> !JsonPath.<List<?>>read(admin(open), "$.items").isEmpty());
    assertThat(JsonPath.<String>read(admin(open), "$.items[0].proposal.price.amount"))
        .isEqualTo("17.00");
    assertThat(shows("PREIS-2", "20.49")).isTrue();
    assertThat(decide("approve", 7).statusCode()).isEqualTo(409);
    assertThat(decide("approve", 1).body()).contains("APPLIED");

    await().until(() -> shows("PREIS-2", "17.00"));
    assertThat(listed("PREIS-2")).contains("17.0");
    assertThat(decide("reject", 1).statusCode()).isEqualTo(409);
  }

  @Test
  void whatCannotBeIsRefusedByItsField() {
    String rules = ACCOUNT_PATH + "rules/bad";
    assertThat(put(rules, "{'strategy':'UNDERCUT','target':'LOWEST','mode':'AUTOMATIC'}"))
        .matches(answer -> answer.statusCode() == 400 && answer.body().contains("\"by\""));
    assertThat(put(rules, "{'strategy':'MATCH','target':'LOWEST'}").body()).contains("\"mode\"");
    assertThat(put(ACCOUNT_PATH + "terms", "{'fee':'101'}").statusCode()).isEqualTo(400);
    assertThat(put("prices/amazon-de/main/X", "{'price':" + euro("0.00") + "}").statusCode())
        .isEqualTo(400);
    assertThat(put("prices/nowhere/main/X", "{'price':" + euro("1.00") + "}").statusCode())
        .isEqualTo(404);
    assertThat(admin(ACCOUNT_PATH + "rules")).doesNotContain("\"bad\"");
  }

  private static String live(String sku, String price) {
    article(sku, price, 5);
    await().until(() -> shows(sku, price));
    return String.valueOf(last(AMAZON, sku).listingId());
  }

  private static boolean shows(String sku, String price) {
    ListingChanged last = last(AMAZON, sku);
    return last.status() == ListingStatus.LIVE && Money.of(price, "EUR").equals(last.price());
  }

  private static void competitor(String asin, String price) {
    control("/control/amazon/offers", "{'asin':'" + asin + "','price':'" + price + "'}");
  }

  /** Ten units. */
  private static void receipt(String sku, String cost, int day) {
    PurchaseOrderId order = new PurchaseOrderId("4711");
    ReceivedGoods goods =
        new ReceivedGoods(
            1, new Sku(sku), LocationId.MAIN, new Quantity(10), Money.of(cost, "EUR"));
    neighbours.publish(
        "purchase-order",
        order.value(),
        new GoodsReceived(
            order,
            "R" + day,
            List.of(goods),
            ExchangeRate.EURO,
            LocalDate.EPOCH,
            Instant.EPOCH.plus(Duration.ofDays(day))));
  }

  private void rule(String id, String what, String mode) {
    HttpResponse<String> answer =
        put(
            ACCOUNT_PATH + "rules/" + id,
            "{"
                + what
                + ",'target':'FEATURED','mode':'"
                + mode
                + "','cap':{'turnMinutes':0,"
                + "'percentPerChange':'60'}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> decide(String what, int number) {
    return TestGateway.post(
        TestGateway.MANAGER,
        path("repricing/proposals/" + what),
        "{'channel':'amazon-de','account':'main','sku':'PREIS-2','number':" + number + "}");
  }

  private static String listed(String sku) {
    String books = get(SANDBOX.baseUri() + "/control/amazon/ledger");
    return JsonPath.<List<Object>>read(books, "$..[?(@.sku=='" + sku + "')]").toString();
  }

  private String picture(String sku) {
    return admin(ACCOUNT_PATH + "competition?sku=" + sku);
  }

  private static String euro(String amount) {
    return "{'amount':'" + amount + "','currency':'EUR'}";
  }

  private String admin(String path) {
    return get(path(path));
  }

  private HttpResponse<String> put(String path, String body) {
    return send("PUT", path, body);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return TestGateway.send(method, TestGateway.MANAGER, path(path), body, Map.of());
  }

  private String path(String below) {
    return url("/api/admin/marketplaces/" + below);
  }

  private static String get(String url) {
    return TestGateway.get(TestGateway.MANAGER, url).body();
  }
}
