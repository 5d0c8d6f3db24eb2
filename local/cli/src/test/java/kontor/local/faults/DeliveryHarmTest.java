package kontor.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.contracts.topic.Topics;
import kontor.eventstore.Origin;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.Partitions;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Events lie on their topic again as they did the first time; poison does not. */
class DeliveryHarmTest {

  private static final String SERVERS = TestPlatform.bootstrapServers();
  private static final String ORDER = "01890000-0000-7000-8000-000000000001";

  private final DeliveryHarm harm = new DeliveryHarm(SERVERS);

  @Test
  void whatLiesOnATopicIsDeliveredAgainBehindItself() throws Exception {
    new TopicCreator(SERVERS).create(Topics.all());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.producer(SERVERS, "test"))) {
      producer.send(cancelled(1)).get();
      producer.send(cancelled(2)).get();
      producer
          .send(new ProducerRecord<>("orders", "x".getBytes(StandardCharsets.UTF_8), new byte[1]))
          .get();
    }
    List<String> once = List.of("1", "2");
    assertThat(harm.replay(fault(FaultKind.REPLAY))).startsWith("2 records");
    assertThat(versions()).containsExactly("1", "2", "1", "2");
    assertThat(harm.duplicate(fault(FaultKind.DUPLICATE))).startsWith("2 records");
    assertThat(versions()).containsExactly("1", "2", "1", "2", "1", "2");
    assertThat(harm.shuffle(fault(FaultKind.SHUFFLE))).endsWith("delivered again");
    assertThat(versions()).hasSizeGreaterThan(200).allMatch(once::contains);
  }

  @Test
  void compactedTopicsAreLeftAlone() {
    assertThat(DeliveryHarm.topics())
        .contains("orders", "stock-ledger")
        .doesNotContain("prices", "stock");
  }

  private static Fault fault(FaultKind kind) {
    return new Fault(1, kind, "orders", Duration.ZERO, Duration.ZERO, 1);
  }

  private static ProducerRecord<byte[], byte[]> cancelled(long version) {
    String json =
        "{\"order\":\"%s\",\"reason\":\"r\",\"cancelledAt\":\"2026-01-01T00:00:00Z\"}"
            .formatted(ORDER);
    RecordedEvent event =
        new RecordedEvent(
            new StreamId("order", ORDER),
            version,
            "kontor.order.cancelled.v1",
            json,
            Instant.EPOCH,
            new Origin("test", "c", null, null));
    return CloudEventRecords.write(event, "orders", URI.create("/kontor/test"));
  }

  /** Of all events in the order in which they lie there. */
  private static List<String> versions() {
    List<String> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.tail(SERVERS, "test"))) {
      List<TopicPartition> partitions = Partitions.of(List.of(Topics.ORDERS), consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(polled -> take(polled, found));
      }
    }
    return found;
  }

  private static void take(ConsumerRecord<byte[], byte[]> polled, List<String> found) {
    var sequence = polled.headers().lastHeader("ce_sequence");
    if (sequence != null) {
      found.add(new String(sequence.value(), StandardCharsets.UTF_8));
    }
  }
}
