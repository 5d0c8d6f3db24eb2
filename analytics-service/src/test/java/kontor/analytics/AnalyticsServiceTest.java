package kontor.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.analytics.sales.Story;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a real broker: orders happen, the figures follow. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AnalyticsServiceTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TestHTTPResource("/")
  String root = "";

  private final TopicWriter others = new TopicWriter(TestPlatform.bootstrapServers());
  private final Sku sku = new Sku("Größe 38/" + UUID.randomUUID().toString().substring(0, 8));
  private final OrderId order = new OrderId(UUID.randomUUID().toString());

  @BeforeEach
  void ready() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              var health = get("q/health/ready");
              assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
            });
  }

  @AfterEach
  void close() {
    others.close();
  }

  @Test
  void aConfirmedOrderIsRevenueOnceHoweverOftenItIsTold() {
    RecordedEvent placed = publish(order, placed("2026-05-04T10:00:00Z"));
    publish(order, new OrderConfirmed(order, Instant.parse("2026-05-04T10:00:01Z")));
    await().atMost(SOON).until(() -> totals("2026-05-04").path("units").asInt() == 2);
    others.publish(placed);
    OrderId other = new OrderId(UUID.randomUUID().toString());
    publish(other, Story.placed(other, "shop", sku, 1, "10.00", at("2026-05-04T11:00:00Z")));
    await().atMost(SOON).until(() -> totals("2026-05-04").path("placed").asInt() == 2);
    JsonNode totals = totals("2026-05-04");
    assertThat(totals.path("confirmed").asInt()).isEqualTo(1);
    assertThat(totals.at("/revenue/0/gross/amount").asText()).isEqualTo("24.90");
    assertThat(totals.at("/revenue/0/net/amount").asText()).isEqualTo("20.92");
    assertThat(sales("2026-05-04").at("/days/0/channel").asText()).isEqualTo("ebay-de");
  }

  @Test
  void whatComesBackLowersTheDayOnWhichItDoes() {
    publish(order, placed("2026-06-01T10:00:00Z"));
    publish(order, new OrderConfirmed(order, at("2026-06-01T10:00:01Z")));
    ReturnedLine line = new ReturnedLine(1, sku, new Quantity(1));
    Money due = Money.of("10.00", "EUR");
    publish(
        order, new OrderReturned(order, "RMA-1", List.of(line), due, at("2026-06-09T08:00:00Z")));
    publish(order, new OrderRefunded(order, "test", "RMA-1", due, at("2026-06-10T08:00:00Z")));
    await()
        .atMost(SOON)
        .until(() -> totals("2026-06-10").at("/revenue/0/gross/amount").asText().equals("-10.00"));
    assertThat(totals("2026-06-09").path("units").asInt()).isEqualTo(-1);
    assertThat(totals("2026-06-01").path("units").asInt()).isEqualTo(2);
    JsonNode item = product("2026-06-01", "2026-06-30");
    assertThat(item.path("units").asInt()).isEqualTo(1);
    assertThat(item.at("/revenue/0/gross/amount").asText()).isEqualTo("10.00");
  }

  @Test
  void articlesHaveTheirTitles() {
    ProductText german = new ProductText("de", "Grüner Tee", "");
    ProductText english = new ProductText("en", "Green tea", "");
    Variant variant = new Variant(sku, null, List.of(), List.of(), null, List.of());
    ProductId product = new ProductId("tee-" + UUID.randomUUID());
    others.publish(
        "product",
        product.value(),
        new ProductPublished(
            product,
            List.of(german, english),
            null,
            List.of(),
            TaxClass.REDUCED,
            List.of(variant)));
    publish(order, placed("2026-07-01T10:00:00Z"));
    publish(order, new OrderConfirmed(order, at("2026-07-01T10:00:01Z")));
    await()
        .atMost(SOON)
        .until(
            () -> product("2026-07-01", "2026-07-01").path("title").asText().equals("Grüner Tee"));
  }

  @Test
  void aBrokenRecordIsKeptAsideAndItsOrderWaits() {
    others.send(new ProducerRecord<>("orders", bytes(order.value()), bytes("garbage")));
    others.send(new ProducerRecord<>("orders", bytes(order.value()), null));
    RecordedEvent first = publish(order, placed("2026-08-01T10:00:00Z"));
    RecordedEvent gap =
        new RecordedEvent(
            first.stream(),
            5,
            "kontor.order.cancelled.v1",
            "{\"order\":\"%s\",\"reason\":\"x\",\"cancelledAt\":\"2026-08-01T12:00:00Z\"}"
                .formatted(order),
            first.time(),
            first.origin());
    others.publish(gap);
    OrderId other = new OrderId(UUID.randomUUID().toString());
    publish(other, Story.placed(other, "shop", sku, 1, "10.00", at("2026-08-01T11:00:00Z")));
    publish(other, new OrderCancelled(other, "test", null, at("2026-08-01T11:00:00Z")));
    await().atMost(SOON).until(() -> totals("2026-08-01").path("cancelled").asInt() == 1);
    List<String> kinds = Letters.kinds("orders.analytics.dlq", order.value());
    assertThat(kinds).containsExactly("UNREADABLE", "UNREADABLE", "PARKED");
    assertThat(get("q/metrics").body())
        .contains("kontor_analytics_events_total{outcome=\"dead-letter\"");
  }

  @Test
  void badQueriesAreRefusedWithTheFieldsName() {
    assertRefused("sales?from=2026-13-01", "from");
    assertRefused("sales?to=gestern", "to");
    assertRefused("sales?from=2026-05-02&to=2026-05-01", "from");
    assertRefused("sales?from=2020-01-01&to=2026-01-01", "from");
    assertRefused("sales?channel=%27%3Bdrop", "channel");
    assertRefused("products?limit=-1", "limit");
    assertRefused("products?limit=999999999", "limit");
    assertRefused("live?lang=fr", "lang");
  }

  @Test
  void onlyAManagerSeesFigures() {
    String url = root + "api/admin/analytics/sales";
    assertThat(TestGateway.get(TestGateway.ANNA, url).statusCode()).isEqualTo(403);
    assertThat(TestGateway.get(TestGateway.ANNA, url).body()).contains("role of a manager");
  }

  private void assertRefused(String query, String field) {
    HttpResponse<String> answer = get("api/admin/analytics/" + query);
    assertThat(answer.statusCode()).as(query).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).at("/errors/0/field").asText()).as(query).isEqualTo(field);
  }

  private Object placed(String moment) {
    return Story.placed(order, "ebay-de", sku, 2, "10.00", at(moment));
  }

  private RecordedEvent publish(OrderId id, Object event) {
    return others.publish("order", id.value(), event);
  }

  private JsonNode totals(String day) {
    return sales(day).path("totals");
  }

  private JsonNode sales(String day) {
    return json(get("api/admin/analytics/sales?from=" + day + "&to=" + day));
  }

  private JsonNode product(String from, String to) {
    JsonNode items =
        json(get("api/admin/analytics/products?limit=500&from=" + from + "&to=" + to))
            .path("items");
    for (JsonNode item : items) {
      if (item.path("sku").asText().equals(sku.value())) {
        return item;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) {
    return TestGateway.get(TestGateway.MANAGER, root + path);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }
}
