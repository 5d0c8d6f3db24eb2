package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account at Amazon, where what is accepted is not done yet. */
class AmazonServiceTest extends RunningConnector {

  private static final String AMAZON = "amazon-de/main/";

  /** The documents are compared where they lie beside the repository. */
  @AfterEach
  void everyRequestFitsAmazonsDocumentsAndLimits() {
    Map<String, Object> breaches = JsonPath.read(books(), "$.bucketBreaches");
    assertThat(breaches).isEmpty();
    Object violations = JsonPath.read(books(), "$.modelViolations");
    assertThat(violations.toString()).isIn("[]", "{}", "0");
  }

  @Test
  void anArticleIsSubmittedThenLiveUnderItsAsinAndFollowsPriceAndQuantity() {
    article("TASSE/GRÜN 1", "19.99", 5);
    await().until(() -> amazon("TASSE/GRÜN 1").status() == ListingStatus.LIVE);
    String asin = amazon("TASSE/GRÜN 1").listingId();
    assertThat(asin).startsWith("B");
    assertThat(states("TASSE/GRÜN 1")).contains(ListingStatus.SUBMITTED);

    price("TASSE/GRÜN 1", "17.49");
    stock("TASSE/GRÜN 1", 0);
    await().until(() -> live("TASSE/GRÜN 1", "17.49", 0));
    assertThat(listed("TASSE/GRÜN 1")).contains("17.49");
    assertThat(amazon("TASSE/GRÜN 1").listingId()).isEqualTo(asin);
  }

  @Test
  void fault30WhatAmazonAcceptsAndObjectsToLaterIsAnIssueAndIsNotSentAgain() {
    article("SPÄT", "10.00", 5);
    await().until(() -> amazon("SPÄT").status() == ListingStatus.LIVE);
    control(
        "/control/amazon/issues",
        "{'sku':'SPÄT','when':'LATE','code':'99022','category':'INVALID_PRICE','message':'too low'}");
    price("SPÄT", "1.00");

    await().until(() -> amazon("SPÄT").status() == ListingStatus.ISSUE);
    assertThat(amazon("SPÄT").issues()).singleElement().asString().contains("too low");
    int calls = patches();
    article("DANACH", "10.00", 5);
    await().until(() -> live("DANACH", "10.00", 5));
    price("DANACH", "9.00");
    await().until(() -> live("DANACH", "9.00", 5));
    assertThat(patches()).isEqualTo(calls + 1);
  }

  @Test
  void manyNewPricesGoInOneFeed() {
    for (int i = 0; i < 30; i++) {
      article("VIEL-" + i, "10.00", 5);
    }
    await().until(() -> live("VIEL-29", "10.00", 5) && live("VIEL-0", "10.00", 5));
    int feeds = calls("createFeed");
    String account = url("/api/admin/marketplaces/accounts/amazon-de/main");
    TestGateway.post(TestGateway.MANAGER, account + "/pause", "");
    await()
        .until(() -> TestGateway.get(TestGateway.MANAGER, account).body().contains("\"tasks\":{}"));
    for (int i = 0; i < 30; i++) {
      price("VIEL-" + i, "9.00");
    }
    String last = "VIEL-29"; // eBay has heard of all, so has everybody here
    await().until(() -> Money.of("9.00", "EUR").equals(last(ACCOUNT, last).price()));
    TestGateway.post(TestGateway.MANAGER, account + "/resume", "");
    for (int i = 0; i < 30; i++) {
      String sku = "VIEL-" + i;
      await().until(() -> live(sku, "9.00", 5));
    }
    assertThat(calls("createFeed")).isEqualTo(feeds + 1);
  }

  @Test
  void aSaleIsTakenOverOnceAndItsParcelToldOnceThoughAnAnswerIsLost() {
    article("STUHL", "40.00", 10);
    await().until(() -> amazon("STUHL").status() == ListingStatus.LIVE);
    control("/control/amazon/faults", "{'operation':'confirmShipment','kind':'RESET','times':1}");
    String external = bought("{'sku':'STUHL','quantity':3,'shipping':'4.90','country':'AT'}");

    await().until(() -> !sales(external).isEmpty());
    MarketplaceOrderReceived sale = sales(external).get(0);
    assertThat(sale.lines().get(0).total()).isEqualTo(Money.of("120.00", "EUR"));
    assertThat(sale.shipping()).isEqualTo(Money.of("4.90", "EUR"));
    assertThat(sale.country().value()).isEqualTo("AT");
    OrderId order = OrderId.ofSale(new ChannelId("amazon-de"), "main", external);
    ship("STUHL", order, "1", 3, "00340434");
    await().until(() -> sales.of(AMAZON + external, ShipmentConfirmed.class).size() == 1);
    assertThat(parcels(external)).hasSize(1);
    assertThat(sales(external)).hasSize(1);
  }

  @Test
  void whatSomebodyChangesAtTheMarketplaceIsSetRightAgain() {
    article("REGAL", "60.00", 4);
    await().until(() -> live("REGAL", "60.00", 4));
    int known = states("REGAL").size();
    String access =
        TestGateway.post(
                TestGateway.MANAGER,
                SANDBOX.baseUri() + "/amazon/auth/o2/token",
                "{'grant_type':'refresh_token','client_id':'kontor-local','client_secret':"
                    + "'kontor-local-secret','refresh_token':'kontor-local-refresh-token'}")
            .body();
    HttpResponse<String> changed =
        TestGateway.send(
            "PATCH",
            TestGateway.MANAGER,
            SANDBOX.baseUri()
                + "/amazon/listings/2021-08-01/items/A1KONTORLOCAL0/REGAL?marketplaceIds="
                + "A1PA6795UKMFR9",
            "{'productType':'PRODUCT','patches':[{'op':'merge',"
                + "'path':'/attributes/fulfillment_availability',"
                + "'value':[{'fulfillment_channel_code':'DEFAULT','quantity':99}]}]}",
            Map.of("x-amz-access-token", JsonPath.read(access, "$.access_token")));
    assertThat(changed.body()).contains("ACCEPTED");

    // the 99 may be gone before anybody looks, but not without a change of what we know
    await().until(() -> states("REGAL").size() > known && live("REGAL", "60.00", 4));
    assertThat(JsonPath.<List<Integer>>read(books(), "$.listings[?(@.sku=='REGAL')].quantity"))
        .containsExactly(4);
  }

  private static boolean live(String sku, String price, int units) {
    ListingChanged last = amazon(sku);
    return last.status() == ListingStatus.LIVE
        && Money.of(price, "EUR").equals(last.price())
        && new Quantity(units).equals(last.quantity());
  }

  private static List<ListingStatus> states(String sku) {
    return listings.of(AMAZON + sku, ListingChanged.class).stream()
        .map(ListingChanged::status)
        .toList();
  }

  private static ListingChanged amazon(String sku) {
    return last(AMAZON, sku);
  }

  private static List<MarketplaceOrderReceived> sales(String external) {
    return sales.of(AMAZON + external, MarketplaceOrderReceived.class);
  }

  private static String bought(String purchase) {
    String answer = control("/control/amazon/purchases", purchase);
    List<String> ids = JsonPath.read(answer, "$..orderId");
    return ids.get(0);
  }

  private static String books() {
    return TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + "/control/amazon/ledger")
        .body();
  }

  private static String listed(String sku) {
    List<Object> known = JsonPath.read(books(), "$..[?(@.sku=='" + sku + "')]");
    return known.toString();
  }

  private static List<Object> parcels(String external) {
    return JsonPath.read(books(), "$..shipments[?(@.orderId=='" + external + "')]");
  }

  private static int patches() {
    return calls("patchListingsItem");
  }

  private static int calls(String operation) {
    List<Map<String, Integer>> outcomes = JsonPath.read(books(), "$.." + operation);
    return outcomes.stream()
        .flatMap(counts -> counts.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }
}
