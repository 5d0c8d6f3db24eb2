package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kontor.access.Caller;
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
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.contracts.reservation.ReservationEvent.Shortage;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.Commit;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import kontor.eventstore.TopicReader;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a real broker and store; catalog, inventory and eBay are played. */
@ActiveProfiles("test")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OrderServiceTest {

  private static final Caller ANNA = TestGateway.ANNA;
  private static final String ADDRESS =
      "'address':{'name':'Jörg Müßig','street':'Löwengasse 3','postalCode':'50676','city':'Köln'}";
  private static final String REQUEST = "{'email':'joerg@example.org'," + ADDRESS + "}";

  @TempDir static Path data;

  private static TopicWriter neighbours = new TopicWriter(TestPlatform.bootstrapServers());
  private static TopicReader published =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.ORDERS);

  @Autowired private Environment environment;
  @Autowired private EventStore store;

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.kafka-bootstrap-servers", TestPlatform::bootstrapServers);
    registry.add("kontor.token-public-key", TestGateway::publicKey);
    registry.add("kontor.data-dir", data::toString);
  }

  @AfterAll
  static void close() {
    neighbours.close();
    published.close();
  }

  @BeforeEach
  void assortment() {
    Variant variant = new Variant(new Sku("TEE"), null, List.of(), List.of(), null, List.of());
    List<ProductText> texts = List.of(new ProductText("de", "Grüner Tee", ""));
    neighbours.publish(
        "product",
        "tee",
        new ProductPublished(
            new ProductId("tee"), texts, null, List.of(), TaxClass.REDUCED, List.of(variant)));
    neighbours.publish(
        "price",
        "TEE",
        new PricesSet(new Sku("TEE"), List.of(Price.gross(Money.of("10.70", "EUR")))));
    await().until(() -> openCart(2).statusCode() == 201);
  }

  @Test
  void aCartShowsThePriceWithVatAndShipping() {
    String cart = openCart(2).body();

    assertThat(read(cart, "$.quote.goods.amount")).isEqualTo("21.40");
    assertThat(read(cart, "$.quote.shipping.amount")).isEqualTo("4.90");
    assertThat(read(cart, "$.quote.grand.amount")).isEqualTo("26.30");
    assertThat(read(cart, "$.quote.tax.amount")).isEqualTo("1.72");
    assertThat(read(cart, "$.lines[0].title")).isEqualTo("Grüner Tee");
  }

  @Test
  void anOrderIsConfirmedWhenStockIsHeldAndThenShippedPaidReturnedAndRefunded() {
    OrderId order = order(checkOut(cart(2), UUID.randomUUID().toString(), REQUEST));
    CompletableFuture<HttpResponse<String>> live =
        CompletableFuture.supplyAsync(
            () -> TestGateway.get(ANNA, url("/api/shop/orders/" + order + "/events")));
    grant(order);

    await().until(() -> status(order).equals("CONFIRMED"));
    assertThat(live.join().body()).contains("event:order").contains("CONFIRMED");
    manage(order, "ship", "{'carrier':'DHL','trackingNumber':'00340434'}");
    await().until(() -> !published.of(order.value(), OrderPaid.class).isEmpty());
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    await().until(() -> !published.of(order.value(), OrderRefunded.class).isEmpty());
    assertThat(published.of(order.value(), OrderRefunded.class))
        .singleElement()
        .extracting(OrderRefunded::amount)
        .isEqualTo(Money.of("10.70", "EUR"));
    await().until(() -> admin("?q=Grüner&status=RETURNED").contains(order.value()));
  }

  @Test
  void anOrderThatThisInstanceBelievedNotToExistIsConfirmedAllTheSame() {
    OrderId mine = order(checkOut(cart(1), UUID.randomUUID().toString(), REQUEST));
    await().until(() -> !published.of(mine.value(), OrderPlaced.class).isEmpty());
    OrderId theirs = new OrderId(UUID.randomUUID().toString());
    assertThat(manager(theirs).statusCode()).isEqualTo(404);

    storeAsAnotherInstance(theirs, published.of(mine.value(), OrderPlaced.class).get(0));
    grant(theirs);

    await().until(() -> manager(theirs).body().contains("CONFIRMED"));
  }

  /** Stored and not published yet, so that nothing tells this instance. */
  private void storeAsAnotherInstance(OrderId order, OrderPlaced like) {
    StreamId stream = new StreamId("order", order.value());
    EventCodec codec = EventCodec.of(OrderEvent.class);
    String json =
        new String(codec.write(like), StandardCharsets.UTF_8)
            .replace(like.order().value(), order.value());
    RecordedEvent placed =
        new RecordedEvent(
            stream,
            1,
            EventCodec.type(OrderPlaced.class),
            json,
            Instant.now(),
            Origin.of("test", "test"));
    store.commits().insert(List.of(new Commit(stream, 1, 0, "theirs", List.of(placed), false)));
  }

  private HttpResponse<String> manager(OrderId order) {
    return TestGateway.get(TestGateway.MANAGER, url("/api/admin/orders/" + order));
  }

  @Test
  void anOrderWithoutStockIsRejectedAndSaysWhatIsMissing() {
    OrderId order = order(checkOut(cart(2), UUID.randomUUID().toString(), REQUEST));
    Shortage shortage = new Shortage(new Sku("TEE"), new Quantity(2), new Quantity(1));
    neighbours.publish(
        "reservation", order.value(), new ReservationRejected(order, List.of(), List.of(shortage)));

    await().until(() -> status(order).equals("REJECTED"));
    assertThat(own(order)).contains("TEE: 1 of 2 available");
  }

  @Test
  void aDeclinedPaymentRejectsTheOrder() {
    String declined = "{'email':'a@example.org','method':'test-decline'," + ADDRESS + "}";
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), declined));
    grant(order);

    await().until(() -> own(order).contains("PAYMENT_DECLINED"));
  }

  @Test
  void aReservationThatExpiresAfterTheConfirmationCancelsTheOrder() {
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), REQUEST));
    grant(order);
    await().until(() -> status(order).equals("CONFIRMED"));
    neighbours.publish(
        "reservation", order.value(), new ReservationReleased(order, ReleaseReason.EXPIRED));

    await().until(() -> !published.of(order.value(), OrderCancelled.class).isEmpty());
  }

  @Test
  void theSameCheckoutSentFiveTimesAtOnceIsOneOrder() {
    String cart = cart(1);
    String key = UUID.randomUUID().toString();
    List<CompletableFuture<HttpResponse<String>>> sent =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> checkOut(cart, key, REQUEST)))
            .limit(5)
            .toList();

    assertThat(sent.stream().map(s -> order(s.join())).distinct()).hasSize(1);
    HttpResponse<String> other = checkOut(cart, key, REQUEST.replace("Köln", "Bonn"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("Idempotency-Key");
    assertThat(checkOut(cart, "another", REQUEST).statusCode()).isEqualTo(409);
  }

  @Test
  void aMarketplaceSaleReportedTwiceIsOneOrderWithItsTotal() {
    ChannelId ebay = new ChannelId("ebay-de");
    MarketplaceLine line =
        new MarketplaceLine(
            "1", new Sku("TEE"), "Grüner Tee", new Quantity(3), Money.of("20.00", "EUR"));
    RecordedEvent told =
        neighbours.publish(
            "marketplace-order",
            "ebay-de/main/17",
            new MarketplaceOrderReceived(
                ebay,
                "main",
                "17",
                new CustomerId("ebay:x"),
                CountryCode.GERMANY,
                List.of(line),
                Money.of("0.00", "EUR"),
                Money.of("20.00", "EUR"),
                Instant.parse("2026-11-25T00:00:00Z")));
    neighbours.publish(told);
    String order = OrderId.ofSale(ebay, "main", "17").value();

    await().until(() -> !published.of(order, OrderPlaced.class).isEmpty());
    grant(new OrderId(order));
    await().until(() -> admin("?channel=ebay-de&status=CONFIRMED").contains(order));
    assertThat(published.of(order, OrderPlaced.class))
        .singleElement()
        .extracting(placed -> placed.totals().grand())
        .isEqualTo(Money.of("20.00", "EUR"));
  }

  @Test
  void otherPeoplesCartsAndOrdersDoNotExist() {
    String cart = cart(1);
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), REQUEST));

    assertThat(TestGateway.get(TestGateway.BERT, url("/api/shop/carts/" + cart)).statusCode())
        .isEqualTo(404);
    HttpResponse<String> theirs =
        TestGateway.get(TestGateway.BERT, url("/api/shop/orders/" + order));
    assertThat(theirs.statusCode()).isEqualTo(404);
    assertThat(theirs.body()).doesNotContain("TEE");
    assertThat(TestGateway.get(ANNA, url("/api/admin/orders")).statusCode()).isEqualTo(403);
  }

  @Test
  void badInputNamesTheField() {
    String noCity = REQUEST.replace("'Köln'", "''");
    HttpResponse<String> missing = checkOut(cart(1), "k1", noCity);
    HttpResponse<String> forged =
        checkOut(cart(1), "k2", REQUEST.replace("{'email'", "{'total':1,'email'"));
    HttpResponse<String> negative =
        TestGateway.post(ANNA, url("/api/shop/carts"), "{'lines':[{'sku':'TEE','quantity':-1}]}");

    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(missing.body()).contains("address.city");
    assertThat(forged.statusCode()).isEqualTo(400);
    assertThat(forged.body()).contains("total");
    assertThat(negative.body()).contains("lines[0].quantity");
  }

  private void grant(OrderId order) {
    neighbours.publish(
        "reservation",
        order.value(),
        new ReservationGranted(order, List.of(), List.of(), Instant.parse("2030-01-01T00:00:00Z")));
  }

  private HttpResponse<String> openCart(int units) {
    String body = "{'lines':[{'sku':'TEE','quantity':" + units + "}]}";
    return TestGateway.post(ANNA, url("/api/shop/carts"), body);
  }

  private String cart(int units) {
    return read(openCart(units).body(), "$.id");
  }

  private HttpResponse<String> checkOut(String cart, String key, String body) {
    return TestGateway.send(
        "POST",
        ANNA,
        url("/api/shop/carts/" + cart + "/checkout"),
        body,
        Map.of("Idempotency-Key", key));
  }

  private static OrderId order(HttpResponse<String> accepted) {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    return new OrderId(read(accepted.body(), "$.id"));
  }

  private void manage(OrderId order, String action, String body) {
    HttpResponse<String> done =
        TestGateway.post(
            TestGateway.MANAGER, url("/api/admin/orders/" + order + "/" + action), body);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
  }

  private String own(OrderId order) {
    return TestGateway.get(ANNA, url("/api/shop/orders/" + order)).body();
  }

  private String status(OrderId order) {
    return read(own(order), "$.status");
  }

  private String admin(String query) {
    return TestGateway.get(
            TestGateway.MANAGER, url("/api/admin/orders" + query.replace("ü", "%C3%BC")))
        .body();
  }

  private static String read(String json, String path) {
    return JsonPath.read(json, path).toString();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path;
  }
}
