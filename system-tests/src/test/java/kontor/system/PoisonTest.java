package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.KafkaSettings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Records that nobody can read are kept aside with their reason, and everything else flows on. */
@Order(5)
class PoisonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Platform platform = Platform.get();
  private final String run = UUID.randomUUID().toString();

  @Test
  void poisonOnEachTopicIsKeptAsideAndARepairedOneGoesThrough() throws Exception {
    for (Topic topic : Topics.all()) {
      send(topic, "garbage", "{no json", Map.of());
      send(topic, "nothing", null, Map.of());
      send(topic, "unknown", "{}", headers("kontor.unknown.v1", "unknown/" + run));
    }
    String broken = "{\"order\":\"" + run + "\",\"reason\":\"test\"";
    send(Topics.ORDERS, run, broken, headers("kontor.order.cancelled.v1", "order/" + run));
    for (Topic topic : Topics.all()) {
      await().atMost(Duration.ofSeconds(30)).until(() -> letters(topic).size() >= 3);
    }
    Goods goods = Goods.of(platform, 1, 5);
    assertThat(goods.buy(platform.visitor(), 1)).isEqualTo("CONFIRMED");

    JsonNode letter = letterOf("order/" + run, "orders.inventory.dlq");
    assertThat(letter.path("reason").asText()).contains("kontor.order.cancelled.v1");
    Path repaired = Files.createTempFile("repaired", ".json");
    Files.writeString(repaired, broken + ",\"cancelledAt\":\"2026-01-01T00:00:00Z\"}");
    Platform.Ended replay =
        platform.kontor(
            "dlq", "replay", letter.path("id").asText(), "--payload", repaired.toString());
    assertThat(replay.exitCode()).as(replay.output()).isZero();
    String id = letter.path("id").asText();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> all().stream().noneMatch(l -> l.path("id").asText().equals(id)));
  }

  private List<JsonNode> letters(Topic topic) {
    return all().stream().filter(l -> l.path("topic").asText().equals(topic.name())).toList();
  }

  private JsonNode letterOf(String stream, String topic) {
    return all().stream()
        .filter(letter -> letter.path("stream").asText().equals(stream))
        .filter(letter -> letter.path("id").asText().startsWith(topic))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> all() {
    try {
      List<JsonNode> letters = new java.util.ArrayList<>();
      JSON.readTree(platform.kontor("dlq", "list", "--json").output()).forEach(letters::add);
      return letters;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, String> headers(String type, String stream) {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_id", stream + "@1",
        "ce_type", type,
        "ce_source", "/kontor/test",
        "ce_subject", stream,
        "ce_sequence", "1",
        "content-type", "application/json");
  }

  private static void send(
      Topic topic, String key, @Nullable String value, Map<String, String> headers)
      throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.producer("127.0.0.1:9092", "poison"))) {
      ProducerRecord<byte[], byte[]> poison = poison(topic, key, value);
      headers.forEach((name, text) -> poison.headers().add(name, bytes(text)));
      producer.send(poison).get();
    }
  }

  @SuppressWarnings("NullAway") // a record without a value is one of the poisons
  private static ProducerRecord<byte[], byte[]> poison(
      Topic topic, String key, @Nullable String value) {
    return new ProducerRecord<>(topic.name(), bytes(key), value == null ? null : bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
