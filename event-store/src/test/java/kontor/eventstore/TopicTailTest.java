package kontor.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.contracts.Sku;
import kontor.contracts.topic.Topic;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.TopicCreator;
import kontor.eventstore.kafka.TopicTail;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Whoever follows a topic goes on whatever happens to the topic, the broker or the reader. */
class TopicTailTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Topic topic =
      new Topic("tail-" + UUID.randomUUID(), Sku.class, "anything", 3, false, null);
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @Test
  void aTopicThatTheBrokerDoesNotKnowYetIsWaitedFor() {
    AtomicInteger askedInVain = new AtomicInteger();
    try (TopicTail tail = tail(polled -> polled.forEach(this::see))) {
      tail.start();
      await().atMost(SOON).until(() -> askedInVain.incrementAndGet() > 20);
      assertThat(tail.caughtUp()).isFalse();
      new TopicCreator(TestPlatform.bootstrapServers()).create(List.of(topic));
      send("a", "b", "c");
      await().atMost(SOON).until(() -> seen.size() == 3 && tail.caughtUp());
    }
  }

  @Test
  void whatTheReaderRefusedComesAgain() {
    new TopicCreator(TestPlatform.bootstrapServers()).create(List.of(topic));
    send("a", "b", "c");
    AtomicInteger calls = new AtomicInteger();
    try (TopicTail tail =
        tail(polled -> {
              if (calls.getAndIncrement() == 0) {
                throw new IllegalArgumentException("not yet");
              }
              polled.forEach(this::see);
            })
            .start()) {
      await().atMost(SOON).until(() -> seen.size() >= 3 && tail.caughtUp());
      assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
    }
  }

  private TopicTail tail(java.util.function.Consumer<List<ConsumerRecord<byte[], byte[]>>> reader) {
    return new TopicTail(
        topic.name(),
        KafkaSettings.tail(TestPlatform.bootstrapServers(), "tail-test"),
        List.of(topic),
        Map.of(),
        reader);
  }

  private void see(ConsumerRecord<byte[], byte[]> polled) {
    seen.add(new String(polled.value(), StandardCharsets.UTF_8));
  }

  private void send(String... values) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.producer(TestPlatform.bootstrapServers(), "tail-test"))) {
      for (String value : values) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topic.name(), bytes, bytes)).get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
