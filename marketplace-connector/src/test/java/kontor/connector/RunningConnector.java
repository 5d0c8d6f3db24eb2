package kontor.connector;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
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
import kontor.sandbox.SandboxSettings;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a real broker and store against the sandbox's marketplaces; started once. */
@ActiveProfiles("test")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningConnector {

  static final String ACCOUNT = "ebay-de/main/";

  /** Amazon's own documents, which lie beside the repository. */
  static final Path MODELS = Path.of("../../shared/specs/amazon/models");

  static final Sandbox SANDBOX =
      Sandbox.start(
          SandboxSettings.read(
              List.of("--port", "0", "--time-scale", "200"),
              Files.isDirectory(MODELS) ? Map.of("AMAZON_MODELS", MODELS.toString()) : Map.of()));

  @Autowired private Environment environment;

  static TopicWriter neighbours = new TopicWriter(TestPlatform.bootstrapServers());
  static TopicReader listings = new TopicReader(TestPlatform.bootstrapServers(), Topics.LISTINGS);
  static TopicReader sales =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.MARKETPLACE_ORDERS);
  static TopicReader settlements =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.SETTLEMENTS);

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.kafka-bootstrap-servers", TestPlatform::bootstrapServers);
    registry.add("kontor.token-public-key", TestGateway::publicKey);
    registry.add("kontor.ebay.base-url", () -> SANDBOX.baseUri() + "/ebay");
    registry.add("kontor.ebay.finances-url", () -> SANDBOX.baseUri() + "/ebay");
    registry.add(
        "kontor.ebay.notifications.endpoint",
        () -> "https://shop.example/api/shop/marketplaces/ebay/notifications");
    registry.add(
        "kontor.ebay.notifications.verification-token", () -> "a-token-that-is-agreed-with-ebay-1");
    registry.add("kontor.amazon.base-url", () -> SANDBOX.baseUri() + "/amazon");
    registry.add("kontor.amazon.token-url", () -> SANDBOX.baseUri() + "/amazon/auth/o2/token");
    registry.add("kontor.amazon.time-scale", () -> "200");
    registry.add("kontor.amazon.order-lag", () -> "800ms");
    registry.add("kontor.amazon.report-pause", () -> "300ms");
    registry.add("kontor.connector.returns-every", () -> "2s");
    registry.add("kontor.connector.recheck-sales-after", () -> "2s");
    registry.add("kontor.connector.settlements-every", () -> "1s");
    registry.add("kontor.etsy.open-every", () -> "2s");
    registry.add("kontor.connector.reconcile-every", () -> "300ms");
    registry.add("kontor.repricing.every", () -> "300ms");
    registry.add("kontor.repricing.look-every", () -> "500ms");
    registry.add("kontor.etsy.base-url", () -> SANDBOX.baseUri() + "/etsy/v3/application");
    registry.add("kontor.etsy.token-url", () -> SANDBOX.baseUri() + "/etsy/v3/public/oauth/token");
    registry.add("kontor.etsy.connect-url", () -> SANDBOX.baseUri() + "/etsy/oauth/connect");
    registry.add("kontor.etsy.picture-url", Pictures::address);
    registry.add("PARTNER_BASE_URL", () -> SANDBOX.baseUri() + "/partner");
    registry.add("kontor.connector.poll-every", () -> "200ms");
    registry.add("kontor.connector.key", () -> "a".repeat(44));
  }

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  static void ship(String sku, OrderId order, String parcel, int units, @Nullable String number) {
    LineUnits line = new LineUnits(1, new Sku(sku), new Quantity(units));
    neighbours.publish(
        "order",
        order.value(),
        new ParcelShipped(order, parcel, List.of(line), "DHL", number, Instant.now()));
  }

  static List<MarketplaceOrderReceived> received(String external) {
    return sales.of(ACCOUNT + external, MarketplaceOrderReceived.class);
  }

  static ListingChanged last(String sku) {
    return last(ACCOUNT, sku);
  }

  static ListingChanged last(String account, String sku) {
    List<ListingChanged> all = listings.of(account + sku, ListingChanged.class);
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

  static void article(String sku, String price, int units) {
    publish(sku, List.of("/media/" + sku.hashCode() + ".png"));
    price(sku, price);
    stock(sku, units);
  }

  static void publish(String sku, List<String> images) {
    Variant variant = new Variant(new Sku(sku), null, List.of(), images, null, List.of());
    List<ProductText> texts = List.of(new ProductText("de", "Artikel " + sku, "Schön."));
    ProductId product = new ProductId("p" + Integer.toHexString(sku.hashCode()));
    neighbours.publish(
        "product",
        product.value(),
        new ProductPublished(product, texts, null, List.of(), TaxClass.STANDARD, List.of(variant)));
  }

  static void price(String sku, String amount) {
    neighbours.publish(
        "price", sku, new PricesSet(new Sku(sku), List.of(Price.gross(Money.of(amount, "EUR")))));
  }

  static void stock(String sku, int units) {
    neighbours.publish("stock", sku, new StockLevelChanged(new Sku(sku), units, 0, units));
  }

  static String buy(String sku, int quantity) {
    String bought =
        control("/control/ebay/purchases", "{'sku':'" + sku + "','quantity':" + quantity + "}");
    return JsonPath.read(bought, "$.orderId");
  }

  static String control(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, SANDBOX.baseUri() + path, body).body();
  }

  static String ledger() {
    return TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + "/control/ebay/ledger").body();
  }

  /** What the sandbox knows of one SKU: its items, offers and listings. */
  static String ledger(String sku) {
    List<Object> known = JsonPath.read(ledger(), "$..[?(@.sku=='" + sku + "')]");
    return known.toString();
  }

  static List<Object> fulfilments(String external) {
    return JsonPath.read(ledger(), "$.fulfillments[?(@.orderId=='" + external + "')]");
  }

  String url(String path) {
    return "http://127.0.0.1:" + environment.getProperty("local.server.port") + path;
  }
}
