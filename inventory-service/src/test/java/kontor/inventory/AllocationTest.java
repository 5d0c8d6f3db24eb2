package kontor.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.stock.StockEvent.StockAllocated;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.topic.Topics;
import kontor.eventstore.TopicReader;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A confirmed order with a real broker and store: picked where it was allocated. */
@ActiveProfiles("test")
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AllocationTest {

  private static final String SKU = "LAMP";
  private static final LocationId WIEN = new LocationId("wien");
  private static final Money NONE = Money.of("0", "EUR");

  private static TopicWriter neighbours = new TopicWriter(TestPlatform.bootstrapServers());
  private static TopicReader ledger =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.STOCK_LEDGER);

  @Autowired private Environment environment;

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.kafka-bootstrap-servers", TestPlatform::bootstrapServers);
    registry.add("kontor.token-public-key", TestGateway::publicKey);
    registry.add("kontor.reservation.allocation", () -> "nearest");
  }

  @AfterAll
  static void close() {
    neighbours.close();
    ledger.close();
  }

  @Test
  void anOrderIsPickedInTheCountryOfItsDeliveryUnlessItIsNotFoundThere() {
    var unused = neighbours.publish("product", "p-lamp", lamp());
    String wien = "{'name':'Wien','country':'AT','kind':'WAREHOUSE','priority':9}";
    String path = url("/api/admin/locations/wien");
    TestGateway.send("PUT", TestGateway.MANAGER, path, wien, Map.of());
    String main = "{'sku':'LAMP','quantity':5}";
    String there = "{'sku':'LAMP','quantity':5,'location':'wien'}";
    String receipt = "{'reference':'r','lines':[%s,%s]}".formatted(main, there);
    await().until(() -> post("receipts", receipt) == 200);

    OrderId order = new OrderId(UUID.randomUUID().toString());
    tell(order, placed(order));
    tell(order, new OrderEvent.OrderConfirmed(order, Instant.EPOCH));
    await().until(() -> places().contains(WIEN));
    String failed =
        "{'reference':'f','order':'%s','sku':'LAMP','location':'%s'}".formatted(order, WIEN);
    assertThat(post("failed-picks", failed.replace("wien", "main"))).isEqualTo(409);
    assertThat(post("failed-picks", failed)).isEqualTo(200);
    assertThat(post("failed-picks", failed)).isEqualTo(200);
    tell(order, new OrderEvent.OrderShipped(order, "post", null, Instant.EPOCH));

    await().until(() -> !ledger.of(SKU, StockPicked.class).isEmpty());
    assertThat(ledger.of(SKU, StockPicked.class))
        .extracting(StockPicked::location)
        .containsExactly(LocationId.MAIN);
  }

  private static List<LocationId> places() {
    return ledger.of(SKU, StockAllocated.class).stream()
        .flatMap(event -> event.places().stream())
        .map(at -> at.location())
        .toList();
  }

  private static void tell(OrderId order, OrderEvent event) {
    var unused = neighbours.publish("order", order.value(), event);
  }

  private static OrderEvent placed(OrderId order) {
    OrderEvent.OrderLine line =
        new OrderEvent.OrderLine(
            1, null, new Sku(SKU), SKU, new Quantity(2), NONE, NONE, NONE, 2000, NONE);
    return new OrderEvent.OrderPlaced(
        order,
        "1",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("c"),
        new CountryCode("AT"),
        List.of(line),
        new OrderEvent.OrderTotals(NONE, NONE, NONE, NONE, NONE),
        false,
        Instant.EPOCH);
  }

  private static ProductEvent lamp() {
    ProductEvent.Variant variant =
        new ProductEvent.Variant(new Sku(SKU), null, List.of(), List.of(), null, List.of());
    return new ProductEvent.ProductPublished(
        new ProductId("p-lamp"),
        List.of(new ProductEvent.ProductText("de", SKU, "")),
        null,
        List.of(),
        TaxClass.STANDARD,
        List.of(variant));
  }

  private int post(String kind, String body) {
    return TestGateway.post(TestGateway.MANAGER, url("/api/admin/stock/" + kind), body)
        .statusCode();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path;
  }
}
