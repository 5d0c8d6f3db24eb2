package kontor.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.analytics.sales.Story;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens is seen at once by whoever watches; who does not keep up is dropped. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class LiveStreamTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TestHTTPResource("/")
  String root = "";

  private final TopicWriter others = new TopicWriter(TestPlatform.bootstrapServers());
  private final OrderId order = new OrderId(UUID.randomUUID().toString());

  @BeforeEach
  void ready() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              var health = TestGateway.get(TestGateway.MANAGER, root + "q/health/ready");
              assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
            });
  }

  @Test
  void whoBeginsToWatchSeesWhatWasAndWhatComes() throws Exception {
    others.publish("order", order.value(), placed());
    try (LiveWatcher german = watch("de")) {
      await().atMost(SOON).until(() -> german.has("Bestellung 1042 eingegangen"));
    }
    try (LiveWatcher english = watch("en")) {
      await().atMost(SOON).until(() -> english.has("Order 1042 placed: 2 items, 24.90 EUR, eBay"));
      others.publish("order", order.value(), new OrderConfirmed(order, Instant.now()));
      await().atMost(SOON).until(() -> english.has("Order 1042 confirmed"));
      await().atMost(SOON).until(() -> english.has(":alive"));
      assertThat(english.lines()).contains("event:event");
      assertThat(english.has("\"kind\":\"order.confirmed\"")).isTrue();
    }
  }

  @Test
  void whatItCannotReadOfTheStockLedgerIsKeptAside() {
    byte[] key = order.value().getBytes(StandardCharsets.UTF_8);
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
    others.send(new ProducerRecord<>("stock-ledger", key, garbage));

    await()
        .atMost(SOON)
        .until(
            () ->
                Letters.kinds("stock-ledger.analytics.dlq", order.value())
                    .equals(List.of("UNREADABLE")));
  }

  @Test
  void aReaderThatDoesNotReadIsDropped() throws Exception {
    URI uri = URI.create(root);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setReceiveBufferSize(2_048);
      String head =
          "GET /api/admin/analytics/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(TestGateway.token(TestGateway.MANAGER));
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                aLot();
                return dropped() >= 1;
              });
    }
  }

  private double dropped() {
    String metrics = TestGateway.get(TestGateway.MANAGER, root + "q/metrics").body();
    return metrics
        .lines()
        .filter(line -> line.startsWith("kontor_analytics_live_dropped_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElse(0);
  }

  private void aLot() {
    for (int i = 0; i < 500; i++) {
      String reason = "counted again ".repeat(2_000);
      others.publish(
          "stock", "TEE-1", new StockAdjusted(new Sku("TEE-1"), LocationId.MAIN, 1, reason, "T"));
    }
  }

  private Object placed() {
    return Story.placed(order, "ebay-de", new Sku("TEE-1"), 2, "10.00", Instant.now());
  }

  private LiveWatcher watch(String language) throws IOException, InterruptedException {
    return new LiveWatcher(root + "api/admin/analytics/live?lang=" + language);
  }
}
