package kontor.local.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.StreamId;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.Partitions;
import kontor.eventstore.kafka.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** All records of all topics, read by assignment up to the ends that they had at the start. */
final class TopicContents {

  private static final Duration POLL = Duration.ofMillis(500);

  private final CloudEventRecords records = new CloudEventRecords(EventCodec.ofTopics());
  private final Map<StreamId, List<Long>> versions = new HashMap<>();
  private long count;

  static TopicContents read(String bootstrapServers, List<Topic> topics) {
    TopicContents contents = new TopicContents();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.tail(bootstrapServers, "audit"))) {
      List<TopicPartition> partitions = Partitions.of(topics, consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(contents::take);
      }
    }
    return contents;
  }

  private void take(ConsumerRecord<byte[], byte[]> polled) {
    count++;
    try {
      ReceivedEvent received = records.read(polled);
      versions
          .computeIfAbsent(key(polled, received), s -> new ArrayList<>())
          .add(received.version());
    } catch (UnreadableEventException poison) {
      // not ours: it lies among the dead letters
    }
  }

  /** A stream that goes to two topics has an order on each of them. */
  private static StreamId key(ConsumerRecord<byte[], byte[]> polled, ReceivedEvent received) {
    return new StreamId(polled.topic(), received.stream().value());
  }

  long count() {
    return count;
  }

  /** The versions of a stream on a topic in the order in which they lie there. */
  List<Long> versions(Topic topic, StreamId stream) {
    return versions.getOrDefault(new StreamId(topic.name(), stream.value()), List.of());
  }
}
