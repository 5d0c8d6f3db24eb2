package kontor.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.reservation.ReservationEvent.BackorderedLine;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.SupplyEvent.StockBackorderFilled;
import kontor.contracts.topic.Topics;
import kontor.eventstore.Origin;
import kontor.eventstore.TopicReader;
import kontor.eventstore.TopicWriter;
import kontor.inventory.purchasing.PurchaseProcess;
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

/** Buying with a real broker and store: from the draft to the cost of a shipment. */
@ActiveProfiles("test")
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PurchasingServiceTest {

  private static TopicWriter neighbours = new TopicWriter(TestPlatform.bootstrapServers());
  private static TopicReader ledger =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.STOCK_LEDGER);
  private static TopicReader purchases =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.PURCHASE_ORDERS);
  private static TopicReader reservations =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.RESERVATIONS);
  private static final String ORDERS = "/api/admin/purchase-orders";
  private static final Instant NOW = Instant.EPOCH;

  @Autowired private Environment environment;
  @Autowired private PurchaseProcess process;

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.kafka-bootstrap-servers", TestPlatform::bootstrapServers);
    registry.add("kontor.token-public-key", TestGateway::publicKey);
  }

  @AfterAll
  static void close() {
    neighbours.close();
    ledger.close();
    purchases.close();
    reservations.close();
  }

  @Test
  void anOrderIsSentReceivedInPartsOnceAndClosed() {
    String sku = product("KETTLE");
    supplier("kettles", "USD");
    String order = draft("PO-KETTLE", "kettles", sku, 10, "12.5000");
    assertThat(post(order + "/receipts", receipt("r1", 4)).statusCode()).isEqualTo(409);
    assertThat(post(order + "/sending", "{}").body()).contains("\"field\":\"rate\"");
    post(order + "/sending", "{'rate':'1.25','rateOn':'2026-03-27'}");
    await().until(() -> inbound(sku) == 10);

    assertThat(post(order + "/receipts", receipt("r1", 4)).statusCode()).isEqualTo(200);
    assertThat(post(order + "/receipts", receipt("r1", 4)).statusCode()).isEqualTo(200);
    assertThat(post(order + "/receipts", receipt("r1", 5)).statusCode()).isEqualTo(409);
    await().until(() -> onHand(sku) == 4 && inbound(sku) == 6);
    purchases
        .of("PO-KETTLE", GoodsReceived.class)
        .forEach(told -> process.on(told, Origin.of("again", "again")));
    HttpResponse<String> tooMany = post(order + "/receipts", receipt("r2", 8));
    assertThat(tooMany.statusCode()).isEqualTo(422);
    assertThat(tooMany.body()).contains("lines[0].quantity", "KETTLE", "at most 11");
    assertThat(get(order).body()).contains("PARTLY_RECEIVED");

    post(order + "/receipts", receipt("r2", 7));
    await().until(() -> onHand(sku) == 11 && inbound(sku) == 0);
    assertThat(ledger.of(sku, StockReceived.class))
        .extracting(StockReceived::cost)
        .containsExactly(GoodsCost.ofCents(4_000, 0), GoodsCost.ofCents(7_000, 0));
    await().until(() -> list("?status=CLOSED&sku=" + sku).contains("PO-KETTLE"));
    assertThat(list("?status=SENT&sku=" + sku)).contains("\"total\":0");
  }

  @Test
  void theCostOfAShipmentIsThatOfTheOldestGoodsAndComesBackWithThem() {
    String sku = product("MUG");
    supplier("mugs", "EUR");
    for (String number : List.of("PO-MUG-1", "PO-MUG-2")) {
      String cost = number.endsWith("1") ? "1.00" : "3.00";
      String order = draft(number, "mugs", sku, 10, cost);
      post(order + "/sending", "{}");
      post(order + "/receipts", receipt("r", 10));
      int units = number.endsWith("1") ? 10 : 20;
      await().until(() -> onHand(sku) == units);
    }
    OrderId order = ship(sku, 12);
    await().until(() -> !ledger.of(sku, StockPicked.class).isEmpty());
    assertThat(ledger.of(sku, StockPicked.class).get(0).cost())
        .isEqualTo(GoodsCost.ofCents(1_600, 0));

    ReturnedLine back = new ReturnedLine(1, new Sku(sku), new Quantity(3));
    tell(order, new OrderEvent.OrderReturned(order, "R", List.of(back), money("0"), NOW));
    await().until(() -> !ledger.of(sku, StockReturned.class).isEmpty());
    assertThat(ledger.of(sku, StockReturned.class).get(0).cost())
        .isEqualTo(GoodsCost.ofCents(400, 0));
    String lots = get("/api/admin/stock/level?sku=" + sku).body();
    assertThat(JsonPath.<List<Integer>>read(lots, "$.places[0].lots[*].quantity"))
        .containsExactly(3, 8);
  }

  @Test
  void whatIsOnOrderIsSoldUpToALimitAndArrivesForWhoHasBoughtIt() {
    String sku = product("VASE");
    supplier("vases", "EUR");
    String order = draft("PO-VASE", "vases", sku, 10, "2.00");
    post(order + "/sending", "{'expectedOn':'2026-04-14'}");
    await().until(() -> inbound(sku) == 10);
    String rule = "{'buffers':[],'backorders':{'limit':4,'daysAfterInbound':2}}";
    String policy = "/api/admin/stock/policy?sku=" + sku;
    Map<String, String> seen = Map.of("If-Match", "\"0\"");
    assertThat(TestGateway.send("PUT", TestGateway.MANAGER, url(policy), rule, seen).body())
        .contains("\"limit\":4");

    OrderId bought = place(sku, 3);
    await().until(() -> !reservations.of(bought.value(), ReservationGranted.class).isEmpty());
    assertThat(reservations.of(bought.value(), ReservationGranted.class).get(0).backordered())
        .containsExactly(
            new BackorderedLine(new Sku(sku), new Quantity(3), LocalDate.parse("2026-04-16")));
    OrderId refused = place(sku, 2);
    await().until(() -> !reservations.of(refused.value(), ReservationRejected.class).isEmpty());
    post(order + "/receipts", receipt("r", 10));
    await().until(() -> !ledger.of(sku, StockBackorderFilled.class).isEmpty());
  }

  @Test
  void badInputNamesTheField() {
    String sku = product("FORK");
    supplier("forks", "EUR");
    assertThat(put(ORDERS + "/PO-X", written("nobody", sku, 1, "1")).body())
        .contains("\"field\":\"supplier\"");
    await().until(() -> put(ORDERS + "/PO-X", written("forks", sku, 0, "1")).statusCode() == 400);
    assertThat(put(ORDERS + "/PO-X", written("forks", sku, 0, "1")).body())
        .contains("lines[0].quantity");
    assertThat(put(ORDERS + "/PO-X", written("forks", sku, 1, "1.23456")).body())
        .contains("lines[0].unitCost");
    assertThat(put(ORDERS + "/PO-X", written("forks", "NONE", 1, "1")).body())
        .contains("lines[0].sku");
    String without = "{'name':'F','currency':'EUR','leadTimeDays':3,'language':'de'}";
    assertThat(put("/api/admin/suppliers/fans", without).body())
        .contains("\"field\":\"overDeliveryPercent\"", "is missing");
    assertThat(get(ORDERS + "/PO-NONE").statusCode()).isEqualTo(404);
    assertThat(list("?cursor=x")).contains("\"field\":\"cursor\"");
    assertThat(supplierIn("forks", "XXQ").body()).contains("\"field\":\"currency\"", "XXQ");
    assertThat(supplierIn("forks", "USD").statusCode()).isEqualTo(428);
  }

  private OrderId ship(String sku, int units) {
    OrderId order = place(sku, units);
    await().until(() -> !reservations.of(order.value(), ReservationGranted.class).isEmpty());
    tell(order, new OrderEvent.OrderShipped(order, "dhl", null, NOW));
    return order;
  }

  private static OrderId place(String sku, int units) {
    OrderId order = new OrderId(UUID.randomUUID().toString());
    Money each = money("10.00");
    Money sum = each.times(units);
    OrderEvent.OrderLine line =
        new OrderEvent.OrderLine(
            1, null, new Sku(sku), sku, new Quantity(units), each, money("0"), sum, 1900, each);
    OrderEvent.OrderTotals totals =
        new OrderEvent.OrderTotals(sum, money("0"), money("0"), money("0"), sum);
    tell(
        order,
        new OrderEvent.OrderPlaced(
            order,
            "1",
            ChannelId.SHOP,
            null,
            null,
            new CustomerId("c"),
            CountryCode.GERMANY,
            List.of(line),
            totals,
            false,
            NOW));
    return order;
  }

  private static void tell(OrderId order, OrderEvent event) {
    var unused = neighbours.publish("order", order.value(), event);
  }

  private static Money money(String amount) {
    return Money.of(amount, "EUR");
  }

  private HttpResponse<String> supplierIn(String id, String currency) {
    String body =
        "{'name':'Supplier','currency':'%s','leadTimeDays':7,'language':'de','overDeliveryPercent':10}"
            .formatted(currency);
    return put("/api/admin/suppliers/" + id, body);
  }

  private void supplier(String id, String currency) {
    assertThat(supplierIn(id, currency).statusCode()).isEqualTo(200);
    await().until(() -> get("/api/admin/suppliers").body().contains("\"" + id + "\""));
  }

  private String draft(String number, String supplier, String sku, int units, String cost) {
    String path = ORDERS + "/" + number;
    await().until(() -> put(path, written(supplier, sku, units, cost)).statusCode() == 200);
    return path;
  }

  private static String written(String supplier, String sku, int units, String cost) {
    return "{'supplier':'%s','lines':[{'sku':'%s','quantity':%d,'unitCost':'%s'}]}"
        .formatted(supplier, sku, units, cost);
  }

  private static String receipt(String name, int units) {
    return "{'receipt':'%s','lines':[{'line':1,'quantity':%d}]}".formatted(name, units);
  }

  private int onHand(String sku) {
    return JsonPath.read(get("/api/admin/stock/level?sku=" + sku).body(), "$.onHand");
  }

  private int inbound(String sku) {
    return JsonPath.read(get("/api/admin/stock/level?sku=" + sku).body(), "$.inbound");
  }

  private String list(String query) {
    return get(ORDERS + query).body();
  }

  private static String product(String sku) {
    ProductId id = new ProductId("p-" + sku.toLowerCase(Locale.ROOT));
    ProductEvent.Variant variant =
        new ProductEvent.Variant(new Sku(sku), null, List.of(), List.of(), null, List.of());
    var unused =
        neighbours.publish(
            "product",
            id.value(),
            new ProductEvent.ProductPublished(
                id,
                List.of(new ProductEvent.ProductText("de", sku, "")),
                null,
                List.of(),
                TaxClass.STANDARD,
                List.of(variant)));
    return sku;
  }

  private HttpResponse<String> put(String path, String body) {
    return TestGateway.send("PUT", TestGateway.MANAGER, url(path), body, Map.of());
  }

  private HttpResponse<String> post(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, url(path), body);
  }

  private HttpResponse<String> get(String path) {
    return TestGateway.get(TestGateway.MANAGER, url(path));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path;
  }
}
