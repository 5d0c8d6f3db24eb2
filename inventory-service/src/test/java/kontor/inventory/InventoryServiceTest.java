package kontor.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderLapsed;
import kontor.contracts.marketplace.MarketplaceOrderEvent.SoldUnits;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.Disposition;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.stock.StockEvent.StockScrapped;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.Topics;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.TopicReader;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a real broker and store: orders in, reservations and levels out. */
@ActiveProfiles("test")
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class InventoryServiceTest {

  private static TopicWriter neighbours = new TopicWriter(TestPlatform.bootstrapServers());
  private static TopicReader reservations =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.RESERVATIONS);
  private static TopicReader levels =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.STOCK);
  private static TopicReader ledger =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.STOCK_LEDGER);
  private static final Money NONE = Money.of("0", "EUR");
  private static final CancelledBy BY = CancelledBy.CUSTOMER;
  private static final Instant NOW = Instant.EPOCH;

  @Autowired private Environment environment;

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.kafka-bootstrap-servers", TestPlatform::bootstrapServers);
    registry.add("kontor.token-public-key", TestGateway::publicKey);
  }

  @BeforeAll
  static void assortment() {
    for (String sku : List.of("TEE-1", "TEE-50", "TEE-2", "TEE-5", "TEE-W", "TÄSSCHEN/GRÜN 2%")) {
      neighbours.publish("product", productId(sku), product(sku));
    }
  }

  @AfterAll
  static void close() {
    neighbours.close();
    reservations.close();
    levels.close();
    ledger.close();
  }

  @Test
  void anOrderIsHeldWholeAndTheLevelFalls() {
    receive("TEE-1", 10);
    OrderId order = place("TEE-1", 3);

    await().until(() -> !reservations.of(order.value(), ReservationGranted.class).isEmpty());
    await().until(() -> level("TEE-1").available() == 7);
  }

  @Test
  void ofTwoHundredBuyersOfFiftyPiecesExactlyFiftyGetOne() {
    receive("TEE-50", 50);
    List<OrderId> orders = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      orders.add(place("TEE-50", 1));
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> orders.stream().allMatch(o -> !reservations.of(o.value()).isEmpty()));
    assertThat(orders.stream().filter(o -> granted(o))).hasSize(50);
    await().until(() -> level("TEE-50").available() == 0);
  }

  @Test
  void aCancelledOrderGivesBackOnceHoweverOftenItIsTold() {
    receive("TEE-2", 5);
    OrderId order = place("TEE-2", 5);
    await().until(() -> granted(order));
    RecordedEvent told = cancel(order);
    neighbours.publish(told);

    await().until(() -> level("TEE-2").available() == 5);
    OrderId next = place("TEE-2", 6);
    await().until(() -> !reservations.of(next.value(), ReservationRejected.class).isEmpty());
  }

  @Test
  void anOrderLeavesInPartsLosesUnitsAndComesBackInParts() {
    receive("TEE-5", 9);
    OrderId order = place("TEE-5", 5);
    await().until(() -> granted(order));
    RecordedEvent parcel = tell(order, new ParcelShipped(order, "1", tees(2), "dhl", null, NOW));
    neighbours.publish(parcel);
    await().until(() -> figures("TEE-5").equals("7/3/4"));
    tell(order, new LinesCancelled(order, "c", tees(1), NONE, BY, "", NOW));
    await().until(() -> figures("TEE-5").equals("7/2/5"));
    tell(order, new OrderEvent.OrderShipped(order, "dhl", null, NOW));
    await().until(() -> figures("TEE-5").equals("5/0/5"));
    neighbours.publish(parcel);
    tell(order, new OrderEvent.OrderReturned(order, "R", returned(), NONE, NOW));

    await().until(() -> !ledger.of("TEE-5", StockScrapped.class).isEmpty());
    await().until(() -> figures("TEE-5").equals("6/0/6"));
  }

  @Test
  void fault15ASaleThatWaitsForItsMoneyHoldsItsUnitsUntilItEndsWithoutIt() {
    receive("TEE-W", 5);
    ChannelId amazon = new ChannelId("amazon-de");
    SoldUnits units = new SoldUnits("L1", new Sku("TEE-W"), new Quantity(6));
    RecordedEvent told =
        neighbours.publish(
            "marketplace-order",
            "amazon-de/main/303",
            new MarketplaceOrderAwaited(
                amazon, "main", "303", CountryCode.GERMANY, List.of(units), NOW));
    await().until(() -> figures("TEE-W").equals("5/6/-1"));
    neighbours.publish(told);
    neighbours.publish(
        "marketplace-order",
        "amazon-de/main/303",
        new MarketplaceOrderLapsed(amazon, "main", "303", NOW));

    await().until(() -> figures("TEE-W").equals("5/0/5"));
    OrderId order = OrderId.ofSale(amazon, "main", "303");
    assertThat(reservations.of(order.value(), ReservationGranted.class)).hasSize(1);
  }

  @Test
  void poisonIsKeptAsideAndOtherOrdersFlowOn() {
    receive("TÄSSCHEN/GRÜN 2%", 1);
    neighbours.send(new ProducerRecord<>("orders", bytes("poison"), bytes("{not json")));
    neighbours.send(new ProducerRecord<>("orders", bytes("poison"), null));
    OrderId order = place("TÄSSCHEN/GRÜN 2%", 1);

    await().until(() -> granted(order));
  }

  @Test
  void badInputNamesTheFieldAndChangesNothing() {
    HttpResponse<String> unknown =
        post("/api/admin/stock/receipts", "{'reference':'r','lines':[{'sku':'NO','quantity':1}]}");
    HttpResponse<String> negative =
        post(
            "/api/admin/stock/receipts",
            "{'reference':'r','lines':[{'sku':'TEE-1','quantity':-1}]}");
    HttpResponse<String> words =
        post(
            "/api/admin/stock/receipts",
            "{'reference':'r','lines':[{'sku':'TEE-1','quantity':'x'}]}");

    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("lines[0].sku").contains("NO");
    assertThat(negative.body()).contains("lines[0].quantity");
    assertThat(words.statusCode()).isEqualTo(400);
    assertThat(words.body()).contains("lines[0].quantity").doesNotContain("kontor.");
  }

  private RecordedEvent tell(OrderId order, OrderEvent event) {
    return neighbours.publish("order", order.value(), event);
  }

  private static List<LineUnits> tees(int units) {
    return List.of(new LineUnits(1, new Sku("TEE-5"), new Quantity(units)));
  }

  /** Two of one line: one fit to be sold, one not. */
  private static List<ReturnedLine> returned() {
    Sku sku = new Sku("TEE-5");
    return List.of(
        new ReturnedLine(1, sku, new Quantity(1)),
        new ReturnedLine(1, sku, new Quantity(1), Disposition.SCRAP));
  }

  /** On hand, reserved and available. */
  private String figures(String sku) {
    StockLevelChanged level = level(sku);
    return level.onHand() + "/" + level.reserved() + "/" + level.available();
  }

  private boolean granted(OrderId order) {
    return !reservations.of(order.value(), ReservationGranted.class).isEmpty();
  }

  private StockLevelChanged level(String sku) {
    List<StockLevelChanged> all = levels.of(sku, StockLevelChanged.class);
    return all.isEmpty() ? new StockLevelChanged(new Sku(sku), 0, 0, 0) : all.get(all.size() - 1);
  }

  private void receive(String sku, int quantity) {
    String body =
        "{'reference':'%s','lines':[{'sku':'%s','quantity':%d}]}"
            .formatted(UUID.randomUUID(), sku, quantity);
    await().until(() -> post("/api/admin/stock/receipts", body).statusCode() == 200);
    await().until(() -> level(sku).onHand() == quantity);
  }

  private OrderId place(String sku, int quantity) {
    OrderId order = new OrderId(UUID.randomUUID().toString());
    Money price = Money.of("10.00", "EUR");
    Money total = price.times(quantity);
    Money none = Money.of("0", "EUR");
    OrderEvent.OrderLine line =
        new OrderEvent.OrderLine(
            1, null, new Sku(sku), sku, new Quantity(quantity), price, none, total, 1900, none);
    var unused =
        neighbours.publish(
            "order",
            order.value(),
            new OrderEvent.OrderPlaced(
                order,
                "1",
                ChannelId.SHOP,
                null,
                null,
                new CustomerId("c"),
                CountryCode.GERMANY,
                List.of(line),
                new OrderEvent.OrderTotals(total, none, none, none, total),
                false,
                Instant.EPOCH));
    return order;
  }

  private RecordedEvent cancel(OrderId order) {
    return neighbours.publish(
        "order",
        order.value(),
        new OrderEvent.OrderCancelled(order, "changed mind", null, Instant.EPOCH));
  }

  private static ProductEvent product(String sku) {
    return new ProductEvent.ProductPublished(
        new ProductId(productId(sku)),
        List.of(new ProductEvent.ProductText("de", sku, "")),
        null,
        List.of(),
        TaxClass.STANDARD,
        List.of(
            new ProductEvent.Variant(new Sku(sku), null, List.of(), List.of(), null, List.of())));
  }

  private static String productId(String sku) {
    return "p-" + Integer.toHexString(sku.hashCode());
  }

  private HttpResponse<String> post(String path, String body) {
    String port = environment.getRequiredProperty("local.server.port");
    return TestGateway.post(TestGateway.MANAGER, "http://127.0.0.1:" + port + path, body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
