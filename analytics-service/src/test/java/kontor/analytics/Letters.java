package kontor.analytics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads dead letters. */
final class Letters {

  private Letters() {}

  /** Why the records of this key were kept aside, in order. */
  static List<String> kinds(String topic, String key) {
    TopicPartition partition = new TopicPartition(topic, 0);
    List<String> kinds = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.tail(TestPlatform.bootstrapServers(), "letters"))) {
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(
                letter -> {
                  if (new String(letter.key(), StandardCharsets.UTF_8).equals(key)) {
                    byte[] kind = letter.headers().lastHeader(DeadLetters.KIND).value();
                    kinds.add(new String(kind, StandardCharsets.UTF_8));
                  }
                });
      }
    }
    return kinds;
  }
}
