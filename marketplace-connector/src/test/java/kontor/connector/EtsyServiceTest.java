package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;
import org.junit.jupiter.api.Test;

/** An account at Etsy, where everything is replaced as a whole and each parcel told is a mail. */
class EtsyServiceTest extends RunningConnector {

  private static final String ETSY = "etsy-de/main/";
  private static final String ACCOUNTS = "/api/admin/marketplaces/accounts/";

  @Test
  void anArticleGoesOnSaleEndsWhenItIsSoldOutAndComesBackUnderItsNumber() {
    article("KERZE GRÜN 1", "19.99", 5);
    await().until(() -> live("KERZE GRÜN 1", "19.99", 5));
    String number = etsy("KERZE GRÜN 1").listingId();
    assertThat(listed("KERZE GRÜN 1", "state")).isEqualTo("active");
    assertThat(listed("KERZE GRÜN 1", "images")).isEqualTo("1");

    stock("KERZE GRÜN 1", 0);
    await().until(() -> live("KERZE GRÜN 1", "19.99", 0));
    assertThat(listed("KERZE GRÜN 1", "state")).isEqualTo("inactive");
    price("KERZE GRÜN 1", "17.49");
    stock("KERZE GRÜN 1", 4);
    await().until(() -> live("KERZE GRÜN 1", "17.49", 4));
    assertThat(listed("KERZE GRÜN 1", "state")).isEqualTo("active");
    assertThat(listed("KERZE GRÜN 1", "products")).contains("\"amount\":1749", "\"quantity\":4");
    assertThat(etsy("KERZE GRÜN 1").listingId()).isEqualTo(number);
    assertThat(listed("KERZE GRÜN 1", "listingId")).isEqualTo(number);
  }

  @Test
  void fault34OtherFiguresLeavePicturesAndProfilesAsTheyWere() {
    publish("VASE", List.of("/media/1.png", "/media/2.png"));
    price("VASE", "30.00");
    stock("VASE", 5);
    await().until(() -> live("VASE", "30.00", 5));
    price("VASE", "29.00");
    await().until(() -> live("VASE", "29.00", 5));
    assertThat(listed("VASE", "images")).isEqualTo("2");
    assertThat(listed("VASE", "products")).contains("\"readiness_state_id\":400000012");
    assertThat(listed("VASE", "title")).isEqualTo("Artikel VASE");
  }

  @Test
  void anArticleIsCreatedOnceThoughTheAnswerIsLost() {
    control("/control/etsy/faults", "{'operation':'createDraftListing','kind':'RESET'}");
    article("KRUG", "12.00", 5);
    await().until(() -> live("KRUG", "12.00", 5));
    List<Object> titled = JsonPath.read(books(""), "$.listings[?(@.title=='Artikel KRUG')]");
    assertThat(titled).hasSize(1);
  }

  @Test
  void whatEtsyDoesNotTakeIsAnIssueThatNamesWhy() {
    publish("OHNE-BILD", List.of());
    price("OHNE-BILD", "10.00");
    stock("OHNE-BILD", 5);
    publish("KEIN-BILD", List.of("/missing.png"));
    price("KEIN-BILD", "10.00");
    stock("KEIN-BILD", 5);
    article("LANG-" + "X".repeat(30), "10.00", 5);
    await().until(() -> !etsy("OHNE-BILD").issues().isEmpty());
    assertThat(etsy("OHNE-BILD").status()).isEqualTo(ListingStatus.DRAFT);
    assertThat(etsy("OHNE-BILD").issues().get(0)).startsWith("Picture is missing.");
    await().until(() -> etsy("KEIN-BILD").status() == ListingStatus.ISSUE);
    assertThat(etsy("KEIN-BILD").issues()).containsExactly("the picture /missing.png: 404");
    assertThat(books("")).doesNotContain("Artikel KEIN-BILD");
    await().until(() -> !etsy("LANG-" + "X".repeat(30)).issues().isEmpty());
    assertThat(etsy("LANG-" + "X".repeat(30)).issues().get(0))
        .startsWith("SKU has 35 characters, 32 are allowed.");
  }

  @Test
  void aSaleIsTakenOverOnceWithItsTotalsAndItsParcelMailsTheBuyerOnce() {
    article("TELLER", "19.95", 10);
    await().until(() -> live("TELLER", "19.95", 10));
    control("/control/etsy/faults", "{'operation':'createReceiptShipment','kind':'RESET'}");
    String external =
        bought(
            "{'sku':'TELLER','quantity':3,'shipping':'4.90','discount':'5.00','country':'AT',"
                + "'tax':'2.00'}");

    await().until(() -> !sales(external).isEmpty());
    MarketplaceOrderReceived sale = sales(external).get(0);
    assertThat(sale.lines().get(0).total()).isEqualTo(Money.of("54.85", "EUR"));
    assertThat(sale.shipping()).isEqualTo(Money.of("4.90", "EUR"));
    assertThat(sale.total()).isEqualTo(Money.of("59.75", "EUR"));
    assertThat(sale.country().value()).isEqualTo("AT");
    OrderId order = OrderId.ofSale(new ChannelId("etsy-de"), "main", external);
    ship("TELLER", order, "1", 3, "00340434");
    await().until(() -> sales.of(ETSY + external, ShipmentConfirmed.class).size() == 1);
    assertThat(receipt(external, "mails")).isEqualTo("1");
    assertThat(sales(external)).hasSize(1);
  }

  @Test
  void aReceiptWaitsForItsMoneyAndOneThatIsCancelledEndsTheSale() {
    article("SCHALE", "25.00", 10);
    await().until(() -> live("SCHALE", "25.00", 10));
    String paid = bought("{'sku':'SCHALE','quantity':2,'payment':'PENDING'}");
    String later = bought("{'sku':'SCHALE'}");
    await().until(() -> !sales(later).isEmpty());
    assertThat(sales(paid)).isEmpty();
    control("/control/etsy/receipts/" + paid + "/pay", "{}");
    control("/control/etsy/receipts/" + later + "/cancel", "{}");
    await().until(() -> !sales(paid).isEmpty());
    assertThat(sales(paid).get(0).total()).isEqualTo(Money.of("50.00", "EUR"));
    await().until(() -> !sales.of(ETSY + later, MarketplaceOrderCancelled.class).isEmpty());
  }

  @Test
  void fault29WhatLeavesNoTraceInTheListOfChangesIsFoundByLookingAgain() {
    article("LAMPION", "25.00", 10);
    await().until(() -> live("LAMPION", "25.00", 10));
    String refunded = bought("{'sku':'LAMPION','quantity':2}");
    String gone = bought("{'sku':'LAMPION'}");
    await().until(() -> !sales(refunded).isEmpty() && !sales(gone).isEmpty());
    control("/control/etsy/receipts/" + refunded + "/refund", "{'amount':'20.00'}");
    control("/control/etsy/receipts/" + gone + "/cancel", "{'gone':true}");

    await().until(() -> !sales.of(ETSY + refunded, SaleRefunded.class).isEmpty());
    assertThat(sales.of(ETSY + refunded, SaleRefunded.class))
        .singleElement()
        .extracting(SaleRefunded::total)
        .isEqualTo(Money.of("20.00", "EUR"));
    await().until(() -> sales.of(ETSY + gone, MarketplaceOrderCancelled.class).size() == 1);
    OrderId order = OrderId.ofSale(new ChannelId("etsy-de"), "main", refunded);
    neighbours.publish(
        "order",
        order.value(),
        new OrderCancelled(order, "broken", CancelledBy.MANAGER, Instant.EPOCH));
    String work = url("/api/admin/marketplaces/work?kind=CANCELLATION&limit=200");
    await().until(() -> TestGateway.get(TestGateway.MANAGER, work).body().contains(refunded));
    assertThat(TestGateway.get(TestGateway.MANAGER, work).body()).contains("by hand");
  }

  @Test
  void aPayoutIsBookedOnceAndEachOrderHasWhatEtsyKeepsOfIt() {
    article("KANNE", "25.00", 10);
    await().until(() -> live("KANNE", "25.00", 10));
    String external = bought("{'sku':'KANNE','quantity':2,'shipping':'4.90'}");
    await().until(() -> !sales(external).isEmpty());
    String paid = control("/control/etsy/payouts", "{}");
    String settlement = ETSY + JsonPath.read(paid, "$.entryId");

    await().until(() -> settlements.of(settlement, PayoutReported.class).size() == 1);
    assertThat(settlements.of(settlement, PayoutReported.class).get(0).total().negated())
        .isEqualTo(Money.of(JsonPath.read(paid, "$.amount"), "EUR"));
    assertThat(settlements.of(settlement, OrderSettled.class))
        .filteredOn(of -> of.externalId().equals(external))
        .singleElement()
        .satisfies(
            of -> {
              assertThat(of.order())
                  .isEqualTo(OrderId.ofSale(new ChannelId("etsy-de"), "main", external));
              assertThat(of.movements())
                  .extracting(one -> one.kind() + " " + one.amount().amount())
                  .containsExactly(
                      "SALE 54.90",
                      "COMMISSION -2.50",
                      "COMMISSION -3.25",
                      "COMMISSION -0.32",
                      "COMMISSION -0.20");
            });
  }

  @Test
  void eachRefreshTokenIsUsedOnceAndAFailureOfEtsysUsesNone() {
    article("UHR", "40.00", 10);
    await().until(() -> live("UHR", "40.00", 10));
    for (String price : List.of("39.00", "38.00")) {
      control("/control/etsy/faults", "{'operation':'token','kind':'ERROR'}");
      control("/control/etsy/sign-out", "{}");
      price("UHR", price);
      await().until(() -> live("UHR", price, 10));
    }
    assertThat(account("main")).contains("\"status\":\"ACTIVE\"", "consentUntil");
    Map<String, Integer> refreshes = JsonPath.read(books(""), "$.calls.token");
    assertThat(refreshes).containsOnlyKeys("200", "500");
    assertThat(refreshes.get("200")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void fault44AShopWhoseDayIsUsedUpIsLeftAloneAndOthersGoOn() {
    control("/control/etsy/shops", "{'shopId':7,'refreshToken':'sieben'}");
    for (String operation : List.of("getShopReceipts", "getListingsByShop")) {
      control(
          "/control/etsy/faults",
          "{'kind':'THROTTLE','retryAfter':'P1D','duration':'P1D','account':'7','operation':'"
              + operation
              + "'}");
    }
    connect("sieben", "7", "'refreshToken':'sieben',");
    await().until(() -> books("?shopId=7").contains("\"429\""));
    article("DECKE", "50.00", 5);
    await().until(() -> live("DECKE", "50.00", 5));
    price("DECKE", "49.00");
    await().until(() -> live("DECKE", "49.00", 5));
    List<Integer> refused = JsonPath.read(books("?shopId=7"), "$.calls.*['429']");
    assertThat(refused.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(2);
    List<String> next = JsonPath.read(account("sieben"), "$.tasks.*.nextTry");
    Instant tomorrow = Instant.now().plus(Duration.ofHours(23));
    assertThat(next).anyMatch(moment -> Instant.parse(moment).isAfter(tomorrow));
    int breaches = JsonPath.read(books(""), "$.limitBreaches");
    assertThat(breaches).isZero();
    post(ACCOUNTS + "etsy-de/sieben/pause", "");
  }

  @Test
  void aPersonConsentsInTheBrowserAndTheStateIsGoodOnce() {
    control("/control/etsy/shops", "{'shopId':8,'refreshToken':'acht'}");
    control("/control/etsy/consent", "{'shopId':8}");
    connect("acht", "8", "");
    await().until(() -> account("acht").contains("UNAUTHORISED"));
    String consent = ACCOUNTS + "etsy-de/acht/consent";
    assertThat(post(consent, "{'redirect':'http://example.org/'}").body()).contains("redirect");
    assertThat(post(ACCOUNTS + "ebay-de/main/consent", "{'redirect':'https://a.b/'}").body())
        .contains("ebay gives no consent");

    String begun = post(consent, "{'redirect':'https://shop.example/back'}").body();
    String back =
        TestGateway.get(TestGateway.MANAGER, JsonPath.read(begun, "$.page"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(back).startsWith("https://shop.example/back?state=");
    String code = back.substring(back.indexOf("code=") + 5);
    String state = back.substring(back.indexOf("state=") + 6, back.indexOf("&code="));
    String finish = "{'state':'" + state + "','code':'" + code + "'}";
    assertThat(post(consent + "/finish", finish.replace(state, "x")).body()).contains("state");
    assertThat(post(consent + "/finish", finish).body()).contains("\"status\":\"ACTIVE\"");
    assertThat(post(consent + "/finish", finish).statusCode()).isEqualTo(400);
    await().until(() -> account("acht").contains("\"consentUntil\":\""));
    post(ACCOUNTS + "etsy-de/acht/pause", "");
  }

  private void connect(String name, String shop, String refreshToken) {
    TestGateway.send(
        "PUT",
        TestGateway.MANAGER,
        url(ACCOUNTS + "etsy-de/" + name),
        "{'marketplace':'etsy','country':'DE','settings':{'shopId':'"
            + shop
            + "'},'secrets':{"
            + refreshToken
            + "'keystring':'kontor-local','sharedSecret':'kontor-local-secret'}}",
        Map.of());
  }

  private HttpResponse<String> post(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, url(path), body);
  }

  private String account(String name) {
    return TestGateway.get(TestGateway.MANAGER, url(ACCOUNTS + "etsy-de/" + name)).body();
  }

  private static boolean live(String sku, String price, int units) {
    ListingChanged last = etsy(sku);
    return last.status() == ListingStatus.LIVE
        && Money.of(price, "EUR").equals(last.price())
        && new Quantity(units).equals(last.quantity());
  }

  private static ListingChanged etsy(String sku) {
    return last(ETSY, sku);
  }

  private static List<MarketplaceOrderReceived> sales(String external) {
    return sales.of(ETSY + external, MarketplaceOrderReceived.class);
  }

  private static String bought(String purchase) {
    String answer = control("/control/etsy/purchases", purchase);
    return JsonPath.read(answer, "$.receiptId").toString();
  }

  private static String books(String query) {
    return TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + "/control/etsy/ledger" + query)
        .body();
  }

  private static String listed(String sku, String field) {
    List<Object> found =
        JsonPath.read(books(""), "$.listings[?('" + sku + "' in @.skus)]." + field);
    assertThat(found).hasSize(1);
    return found.get(0).toString();
  }

  private static String receipt(String external, String field) {
    List<Object> found =
        JsonPath.read(books(""), "$.receipts[?(@.receiptId==" + external + ")]." + field);
    return found.get(0).toString();
  }
}
