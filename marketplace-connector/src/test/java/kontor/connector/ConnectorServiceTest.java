package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kontor.access.TestGateway;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.Topics;
import kontor.eventstore.TopicReader;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import kontor.sandbox.Sandbox;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a real broker and store against the sandbox's eBay, faults included. */
@ActiveProfiles("test")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConnectorServiceTest {

  private static final String ACCOUNT = "ebay-de/main/";
  private static final Sandbox SANDBOX = Sandbox.start(0);

  private static TopicWriter neighbours = new TopicWriter(TestPlatform.bootstrapServers());
  private static TopicReader listings =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.LISTINGS);
  private static TopicReader sales =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.MARKETPLACE_ORDERS);

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.kafka-bootstrap-servers", TestPlatform::bootstrapServers);
    registry.add("kontor.token-public-key", TestGateway::publicKey);
    registry.add("kontor.ebay.base-url", () -> SANDBOX.baseUri() + "/ebay");
    registry.add("kontor.connector.poll-every", () -> "200ms");
    registry.add("kontor.connector.key", () -> "a".repeat(44));
  }

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  @AfterAll
  static void close() {
    neighbours.close();
    listings.close();
    sales.close();
    SANDBOX.close();
  }

  @Test
  void anArticleIsListedWithPriceAndQuantityAndFollowsBoth() {
    article("LAMPE/GRÜN 1", "19.99", 5);
    await().until(() -> ledger("LAMPE/GRÜN 1").contains("19.99"));
    await().until(() -> last("LAMPE/GRÜN 1").status() == ListingStatus.LIVE);
    price("LAMPE/GRÜN 1", "17.49");
    stock("LAMPE/GRÜN 1", 3);

    await().until(() -> Money.of("17.49", "EUR").equals(last("LAMPE/GRÜN 1").price()));
    await().until(() -> new Quantity(3).equals(last("LAMPE/GRÜN 1").quantity()));
    stock("LAMPE/GRÜN 1", 0);
    await().until(() -> ledger("LAMPE/GRÜN 1").contains("OUT_OF_STOCK"));
  }

  @Test
  void anArticleWithoutAPictureIsRefusedOnceAndSaysWhy() {
    publish("KEIN-BILD", List.of());
    price("KEIN-BILD", "5.00");
    stock("KEIN-BILD", 5);

    await().until(() -> last("KEIN-BILD").status() == ListingStatus.ISSUE);
    assertThat(last("KEIN-BILD").issues()).singleElement().asString().contains("image");
  }

  @Test
  void aSaleReportedTwiceIsTakenOverOnceAndEachOfItsParcelsToldOnce() {
    article("HOCKER", "40.00", 10);
    await().until(() -> last("HOCKER").status() == ListingStatus.LIVE);
    control("/control/ebay/faults", "{'operation':'getOrders','kind':'REPEAT_ORDER','times':5}");
    control(
        "/control/ebay/faults",
        "{'operation':'createShippingFulfillment','kind':'RESET','times':1}");
    String external = buy("HOCKER", 3);

    await().until(() -> !received(external).isEmpty());
    MarketplaceOrderReceived sale = received(external).get(0);
    assertThat(sale.lines().get(0).total()).isEqualTo(Money.of("120.00", "EUR"));
    OrderId order = OrderId.ofSale(new ChannelId("ebay-de"), "main", external);
    ship(order, "1", 1, "0034-0434");
    await().until(() -> sales.of(ACCOUNT + external, ShipmentConfirmed.class).size() == 1);
    ship(order, "2", 2, null);
    await().until(() -> sales.of(ACCOUNT + external, ShipmentConfirmed.class).size() == 2);
    assertThat(received(external)).hasSize(1);
    assertThat(fulfilments(external)).hasSize(2);
  }

  @Test
  void aSaleThatTheMarketplaceEndsIsCancelled() {
    article("KISSEN", "10.00", 10);
    await().until(() -> last("KISSEN").status() == ListingStatus.LIVE);
    String external = buy("KISSEN", 1);
    await().until(() -> !received(external).isEmpty());
    control("/control/ebay/orders/" + external + "/cancel", "{}");

    await().until(() -> !sales.of(ACCOUNT + external, MarketplaceOrderCancelled.class).isEmpty());
  }

  private static void ship(OrderId order, String parcel, int units, @Nullable String number) {
    LineUnits line = new LineUnits(1, new Sku("HOCKER"), new Quantity(units));
    neighbours.publish(
        "order",
        order.value(),
        new ParcelShipped(order, parcel, List.of(line), "DHL", number, Instant.now()));
  }

  private static List<MarketplaceOrderReceived> received(String external) {
    return sales.of(ACCOUNT + external, MarketplaceOrderReceived.class);
  }

  private static ListingChanged last(String sku) {
    List<ListingChanged> all = listings.of(ACCOUNT + sku, ListingChanged.class);
    return all.isEmpty()
        ? new ListingChanged(
            new ChannelId("none"),
            "",
            new Sku(sku),
            ListingStatus.DRAFT,
            null,
            Money.of("0", "EUR"),
            new Quantity(0),
            List.of())
        : all.get(all.size() - 1);
  }

  private static void article(String sku, String price, int units) {
    publish(sku, List.of("/media/" + sku.hashCode() + ".png"));
    price(sku, price);
    stock(sku, units);
  }

  private static void publish(String sku, List<String> images) {
    Variant variant = new Variant(new Sku(sku), null, List.of(), images, null, List.of());
    List<ProductText> texts = List.of(new ProductText("de", "Artikel " + sku, "Schön."));
    ProductId product = new ProductId("p" + Integer.toHexString(sku.hashCode()));
    neighbours.publish(
        "product",
        product.value(),
        new ProductPublished(product, texts, null, List.of(), TaxClass.STANDARD, List.of(variant)));
  }

  private static void price(String sku, String amount) {
    neighbours.publish(
        "price", sku, new PricesSet(new Sku(sku), List.of(Price.gross(Money.of(amount, "EUR")))));
  }

  private static void stock(String sku, int units) {
    neighbours.publish("stock", sku, new StockLevelChanged(new Sku(sku), units, 0, units));
  }

  private static String buy(String sku, int quantity) {
    String bought =
        control("/control/ebay/purchases", "{'sku':'" + sku + "','quantity':" + quantity + "}");
    return JsonPath.read(bought, "$.orderId");
  }

  private static String control(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, SANDBOX.baseUri() + path, body).body();
  }

  private static String ledger() {
    return TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + "/control/ebay/ledger").body();
  }

  /** What the sandbox knows of one SKU: its items, offers and listings. */
  private static String ledger(String sku) {
    List<Object> known = JsonPath.read(ledger(), "$..[?(@.sku=='" + sku + "')]");
    return known.toString();
  }

  private static List<Object> fulfilments(String external) {
    return JsonPath.read(ledger(), "$.fulfillments[?(@.orderId=='" + external + "')]");
  }
}
