package kontor.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.analytics.sales.Story;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not agree is told, with metrics, until it does. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AuditTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  String root = "";

  private final TopicWriter others = new TopicWriter(TestPlatform.bootstrapServers());
  private final OrderId order = new OrderId(UUID.randomUUID().toString());
  private final Sku sku = new Sku("Öl/" + UUID.randomUUID().toString().substring(0, 8));

  @BeforeEach
  void judging() {
    await().atMost(Duration.ofSeconds(60)).until(() -> audit().hasNonNull("judgedAt"));
  }

  @AfterEach
  void close() {
    others.close();
  }

  @Test
  void aCancelledOrderThatStillHoldsUnitsIsToldUntilItDoesNot() {
    Instant now = Instant.now();
    others.publish("order", order.value(), Story.placed(order, "shop", sku, 2, "10.00", now));
    others.publish("order", order.value(), new OrderConfirmed(order, now));
    stock(new StockReceived(sku, LocationId.MAIN, new Quantity(5), "r"));
    stock(new StockReserved(sku, order, new Quantity(2), now));
    stock(new StockLevelChanged(sku, 5, 2, 3));
    others.publish(
        "order", order.value(), new OrderCancelled(order, "", CancelledBy.CUSTOMER, now));
    await().atMost(SOON).until(() -> told().contains("order " + order + " holds {" + sku + "=2}"));
    assertThat(metrics()).containsPattern("kontor_audit_violations\\{invariant=\"held\"} [1-9]");
    assertThat(metrics()).containsPattern("kontor_audit_age_seconds [0-9]");

    stock(new StockReleased(sku, order, new Quantity(2), null));
    stock(new StockLevelChanged(sku, 5, 0, 5));
    await().atMost(SOON).until(() -> !told().contains(order.value()));
    assertThat(audit().path("orders").asLong()).isPositive();
    assertThat(audit().path("skus").asLong()).isPositive();
  }

  private void stock(Object event) {
    others.publish("stock", sku.value(), event);
  }

  private String told() {
    return audit().path("first").toString();
  }

  private JsonNode audit() {
    try {
      String path = root + "api/admin/analytics/audit";
      return JSON.readTree(TestGateway.get(TestGateway.MANAGER, path).body());
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private String metrics() {
    return TestGateway.get(TestGateway.MANAGER, root + "q/metrics").body();
  }
}
