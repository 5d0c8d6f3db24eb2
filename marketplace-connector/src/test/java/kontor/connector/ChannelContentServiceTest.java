package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the manager says of articles on each marketplace, and what becomes of their listings. */
class ChannelContentServiceTest extends RunningConnector {

  private static final String ALL = "/api/admin/marketplaces";
  private static final String AMAZON = "amazon-de/main/";
  private static final String ETSY = "etsy-de/main/";
  private static final String ITEMS = "/amazon/listings/2021-08-01/items/A1KONTORLOCAL0/";
  private static final String SITE = "?marketplaceIds=A1PA6795UKMFR9";

  @AfterEach
  void everyRequestFitsAmazonsDocumentsAndLimits() {
    Map<String, Object> breaches = JsonPath.read(books("amazon"), "$.bucketBreaches");
    assertThat(breaches).isEmpty();
    Object violations = JsonPath.read(books("amazon"), "$.modelViolations");
    assertThat(violations.toString()).isIn("[]", "{}", "0");
  }

  @Test
  void whatLacksSomethingIsNotSentAndGoesByItselfOnceNothingIsMissing() {
    String content = ALL + "/content/amazon-de/main";
    String mapping =
        "{'category':'Kleidung > Shirts','channelCategory':'%s','options':{'Größe':'size'},"
            + "'attributes':{'department':['unisex-adult'],'%s':['Kontor']}}";
    assertThat(put(content + "/mappings", mapping.formatted("SHOE", "brand")).body())
        .contains("channelCategory", "Amazon.de has no category 'SHOE'");
    assertThat(put(content + "/mappings", mapping.formatted("SHIRT", "marke")).body())
        .contains("attributes.marke", "knows no such attribute of Shirt");
    assertThat(put(content + "/mappings", mapping.formatted("SHIRT", "brand")).statusCode())
        .isEqualTo(200);
    assertThat(get(content + "/types?category=SHIRT").body()).contains("\"department\"");

    variant("SHIRT/GRÜN M", null, "Kleidung > Shirts > Herren", new VariantOption("Größe", "M"));
    price("SHIRT/GRÜN M", "19.90");
    stock("SHIRT/GRÜN M", 5);
    await().until(() -> !last(AMAZON, "SHIRT/GRÜN M").issues().isEmpty());
    assertThat(last(AMAZON, "SHIRT/GRÜN M").status()).isEqualTo(ListingStatus.DRAFT);
    assertThat(last(AMAZON, "SHIRT/GRÜN M").issues().toString())
        .contains("GTIN is missing.", "Colour is missing.")
        .doesNotContain("Size", "Brand");
    String gaps = get(ALL + "/gaps/amazon-de/main?field=color").body();
    assertThat((String) JsonPath.read(gaps, "$.summary"))
        .contains("articles can't go to Amazon.de: ", "1 without Colour");
    List<String> lacking = JsonPath.read(gaps, "$.items[*].sku");
    assertThat(lacking).containsExactly("SHIRT/GRÜN M");

    String written = "{'sku':'SHIRT/GRÜN M','title':'%s','attributes':{'color':['grün']%s}}";
    HttpResponse<String> tooLong = put(content, written.formatted("x".repeat(201), ""));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("title: Title has 201 characters, 200 are allowed");
    String exempt = ",'supplier_declared_has_product_identifier_exemption':['true']";
    put(content, written.formatted("Shirt für Amazon", exempt));
    await().until(() -> last(AMAZON, "SHIRT/GRÜN M").status() == ListingStatus.LIVE);
    assertThat(onAmazon("SHIRT%2FGR%C3%9CN%20M"))
        .contains("Shirt für Amazon", "\"value\":\"grün\"", "\"value\":\"M\"", "SHIRT");
    await().until(() -> last("SHIRT/GRÜN M").status() == ListingStatus.LIVE);
    assertThat(ledger("SHIRT/GRÜN M")).doesNotContain("Shirt für Amazon");
    assertThat(get(ALL + "/gaps/amazon-de/main?field=color").body()).contains("\"items\":[]");
  }

  @Test
  void aPausedListingSellsNothingAndComesBackUnderItsId() {
    article("PAUSIERT", "10.00", 5);
    await().until(() -> everywhere("PAUSIERT", ListingStatus.LIVE));
    String ebay = String.valueOf(last("PAUSIERT").listingId());
    for (String account : List.of("ebay-de", "amazon-de", "etsy-de", "partner")) {
      assertThat(step(account, "pause", "PAUSIERT").statusCode()).isEqualTo(200);
    }
    await().until(() -> everywhere("PAUSIERT", ListingStatus.PAUSED));
    await().until(() -> last("partner/main/", "PAUSIERT").status() == ListingStatus.PAUSED);
    assertThat(ledger("PAUSIERT")).contains("OUT_OF_STOCK");
    assertThat(etsy("PAUSIERT", "state")).isEqualTo("inactive");
    assertThat(amazon("PAUSIERT", "quantity")).isEqualTo("0");
    price("PAUSIERT", "9.00");
    await().until(() -> Money.of("9.00", "EUR").equals(last("PAUSIERT").price()));
    assertThat(last("PAUSIERT").status()).isEqualTo(ListingStatus.PAUSED);

    assertThat(step("ebay-de", "relist", "PAUSIERT").body()).contains("is paused: resume it");
    for (String account : List.of("ebay-de", "amazon-de", "etsy-de", "partner")) {
      step(account, "resume", "PAUSIERT");
    }
    await().until(() -> everywhere("PAUSIERT", ListingStatus.LIVE));
    assertThat(last("PAUSIERT").listingId()).isEqualTo(ebay);
    assertThat(last("PAUSIERT").quantity()).isEqualTo(new Quantity(5));
  }

  @Test
  void whatIsEndedIsTakenOffAndRelistedUnderItsIdWhereTheMarketplaceAllowsIt() {
    article("BEENDET", "10.00", 5);
    await().until(() -> everywhere("BEENDET", ListingStatus.LIVE));
    String asin = String.valueOf(last(AMAZON, "BEENDET").listingId());
    String number = String.valueOf(last(ETSY, "BEENDET").listingId());
    for (String account : List.of("ebay-de", "amazon-de", "etsy-de")) {
      assertThat(step(account, "end", "BEENDET").statusCode()).isEqualTo(200);
    }
    await().until(() -> everywhere("BEENDET", ListingStatus.ENDED));
    await().until(() -> !books("amazon").contains("\"sku\":\"BEENDET\""));
    assertThat(ledger("BEENDET")).contains("NOT_LISTED");
    assertThat(etsy("BEENDET", "state")).isEqualTo("inactive");
    assertThat(step("partner", "end", "BEENDET").statusCode()).isEqualTo(409);
    assertThat(step("ebay-de", "resume", "BEENDET").body()).contains("is ended: relist it");
    assertThat(step("ebay-de", "end", "GIBT ES NICHT").statusCode()).isEqualTo(404);

    for (String account : List.of("ebay-de", "amazon-de", "etsy-de")) {
      step(account, "relist", "BEENDET");
    }
    await().until(() -> everywhere("BEENDET", ListingStatus.LIVE));
    assertThat(last(AMAZON, "BEENDET").listingId()).isEqualTo(asin);
    assertThat(last(ETSY, "BEENDET").listingId()).isEqualTo(number);
    assertThat(ledger("BEENDET")).contains("ACTIVE");
  }

  @Test
  void whatTheMarketplaceObjectsToIsExplained() {
    article("BEANSTANDET", "10.00", 5);
    await().until(() -> last(AMAZON, "BEANSTANDET").status() == ListingStatus.LIVE);
    control(
        "/control/amazon/issues",
        "{'sku':'BEANSTANDET','when':'LATE','code':'99022','category':'INVALID_PRICE',"
            + "'message':'too low'}");
    price("BEANSTANDET", "1.00");
    await().until(() -> last(AMAZON, "BEANSTANDET").status() == ListingStatus.ISSUE);

    String shown = get(ALL + "/listings?channel=amazon-de&sku=BEANSTANDET").body();
    assertThat((String) JsonPath.read(shown, "$.items[0].issues[0]"))
        .isEqualTo("99022 too low [INVALID_PRICE]");
    assertThat((String) JsonPath.read(shown, "$.items[0].explanations[0].meaning"))
        .contains("takes the price for a mistake");
  }

  @Test
  void aListingThatWasMadeWithoutUsIsAdoptedAndNoSecondOneIsMade() {
    String gtin = "4006381333931";
    String access = JsonPath.read(token(), "$.access_token");
    byHand(access, "ALT-77", gtin, "10.00");
    byHand(access, "NAME-GLEICH", null, "20.00");
    byHand(access, "FREMD-9", null, "5.00");
    variant("NEU-77", gtin, "Büro", null);
    variant("NAME-GLEICH", null, "Büro", null);
    String path = ALL + "/adoption/amazon-de/main";
    await().until(() -> get(path + "?verdict=MATCHED").body().contains("NAME-GLEICH"));
    String found = get(path).body();
    assertThat(JsonPath.<Boolean>read(found, "$.writing")).isFalse();
    assertThat(JsonPath.<Integer>read(found, "$.unreadable")).isZero();
    assertThat(verdict(found, "ALT-77")).isEqualTo("MATCHED");
    assertThat(verdict(found, "FREMD-9")).isEqualTo("UNKNOWN");
    assertThat(post(path, "{'listings':[{'there':'FREMD-9'}]}").statusCode()).isEqualTo(409);

    String adopted = post(path, "{'listings':[{'there':'ALT-77'},{'there':'NAME-GLEICH'}]}").body();
    List<String> skus = JsonPath.read(adopted, "$[*].sku");
    assertThat(skus).containsExactly("NEU-77", "NAME-GLEICH");
    for (String sku : List.of("NEU-77", "NAME-GLEICH")) {
      price(sku, sku.equals("NEU-77") ? "11.00" : "21.00");
      stock(sku, 3);
    }
    await().until(() -> amazon("ALT-77", "price").equals("11.00"));
    await().until(() -> amazon("NAME-GLEICH", "price").equals("21.00"));
    await().until(() -> last(AMAZON, "NEU-77").status() == ListingStatus.LIVE);
    assertThat(books("amazon")).doesNotContain("\"sku\":\"NEU-77\"");
    assertThat(last(AMAZON, "NEU-77").listingId()).isEqualTo(amazon("ALT-77", "asin"));
    assertThat(get(path).body()).doesNotContain("ALT-77").contains("FREMD-9");

    String bought = control("/control/amazon/purchases", "{'sku':'ALT-77','quantity':1}");
    List<String> ids = JsonPath.read(bought, "$..orderId");
    String external = ids.get(0);
    await().until(() -> !sales.of(AMAZON + external, MarketplaceOrderReceived.class).isEmpty());
    assertThat(sales.of(AMAZON + external, MarketplaceOrderReceived.class).get(0).lines())
        .extracting(line -> line.sku().value())
        .containsExactly("NEU-77");
  }

  private static void variant(
      String sku, @Nullable String gtin, String category, @Nullable VariantOption option) {
    Variant variant =
        new Variant(
            new Sku(sku),
            gtin == null ? null : new Gtin(gtin),
            option == null ? List.of() : List.of(option),
            List.of("/media/1.png"),
            null,
            List.of());
    ProductId product = new ProductId("c" + Integer.toHexString(sku.hashCode()));
    neighbours.publish(
        "product",
        product.value(),
        new ProductPublished(
            product,
            List.of(new ProductText("de", "Artikel " + sku, "Schön.")),
            null,
            List.of(category),
            TaxClass.STANDARD,
            List.of(variant)));
  }

  private static String token() {
    return TestGateway.post(
            TestGateway.MANAGER,
            SANDBOX.baseUri() + "/amazon/auth/o2/token",
            "{'grant_type':'refresh_token','client_id':'kontor-local','client_secret':"
                + "'kontor-local-secret','refresh_token':'kontor-local-refresh-token'}")
        .body();
  }

  /** Somebody lists an article in Seller Central. */
  private static void byHand(String access, String sku, @Nullable String gtin, String price) {
    String place = ",'marketplace_id':'A1PA6795UKMFR9'";
    String text = "[{'value':'%s','language_tag':'de_DE'" + place + "}]";
    String plain = "[{'value':%s" + place + "}]";
    String identity =
        gtin == null
            ? "'supplier_declared_has_product_identifier_exemption':" + plain.formatted("true")
            : "'externally_assigned_product_identifier':[{'type':'ean','value':'"
                + gtin
                + "'"
                + place
                + "}]";
    HttpResponse<String> answer =
        TestGateway.send(
            "PUT",
            TestGateway.MANAGER,
            SANDBOX.baseUri() + ITEMS + sku + SITE,
            "{'productType':'PRODUCT','requirements':'LISTING','attributes':{'item_name':"
                + text.formatted(sku)
                + ",'product_description':"
                + text.formatted("Alt.")
                + ",'brand':"
                + text.formatted("Alt")
                + ",'country_of_origin':"
                + plain.formatted("'DE'")
                + ",'condition_type':"
                + plain.formatted("'new_new'")
                + ",'purchasable_offer':[{'currency':'EUR','our_price':[{'schedule':"
                + "[{'value_with_tax':"
                + price
                + "}]}]"
                + place
                + "}],'fulfillment_availability':[{'fulfillment_channel_code':'DEFAULT',"
                + "'quantity':9}],"
                + identity
                + "}}",
            Map.of("x-amz-access-token", access));
    assertThat(answer.body()).contains("ACCEPTED");
  }

  private static String onAmazon(String sku) {
    String access = JsonPath.read(token(), "$.access_token");
    return TestGateway.send(
            "GET",
            TestGateway.MANAGER,
            SANDBOX.baseUri() + ITEMS + sku + SITE + "&includedData=summaries,attributes",
            "",
            Map.of("x-amz-access-token", access))
        .body();
  }

  private static boolean everywhere(String sku, ListingStatus status) {
    return List.of(ACCOUNT, AMAZON, ETSY).stream()
        .map(account -> last(account, sku))
        .map(ListingChanged::status)
        .allMatch(status::equals);
  }

  private static String verdict(String page, String there) {
    List<String> found = JsonPath.read(page, "$.items[?(@.there=='" + there + "')].verdict");
    return found.get(0);
  }

  private static String books(String marketplace) {
    return TestGateway.get(
            TestGateway.MANAGER, SANDBOX.baseUri() + "/control/" + marketplace + "/ledger")
        .body();
  }

  private static String amazon(String sku, String field) {
    return one("amazon", "$.listings[?(@.sku=='" + sku + "')]." + field);
  }

  private static String etsy(String sku, String field) {
    return one("etsy", "$.listings[?('" + sku + "' in @.skus)]." + field);
  }

  private static String one(String marketplace, String path) {
    List<Object> found = JsonPath.read(books(marketplace), path);
    return found.isEmpty() ? "" : found.get(0).toString();
  }

  private HttpResponse<String> step(String channel, String step, String sku) {
    return post(ALL + "/listings/" + channel + "/main/" + step, "{'skus':['" + sku + "']}");
  }

  private HttpResponse<String> get(String path) {
    return TestGateway.get(TestGateway.MANAGER, url(path));
  }

  private HttpResponse<String> post(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, url(path), body);
  }

  private HttpResponse<String> put(String path, String body) {
    return TestGateway.send("PUT", TestGateway.MANAGER, url(path), body, Map.of());
  }
}
