package kontor.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.Topics;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.Inbox;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.Partitions;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.local.platform.PlatformException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts records on their topic again, with the same headers and key, behind newer ones of their
 * stream: what a publisher does that crashed before it knew, and more. Topics that are compacted
 * are left alone: compaction keeps the last record of a key, so an old one behind the newest would
 * take its place for ever.
 */
final class DeliveryHarm {

  private static final Duration POLL = Duration.ofMillis(300);
  private static final long LONGEST_READ_S = 60;
  private static final int RECENT = 500;
  private static final int SHUFFLED = 200;
  private static final int MOST_COPIES = 3;

  private final CloudEventRecords records = new CloudEventRecords(EventCodec.ofTopics());
  private final String bootstrapServers;

  DeliveryHarm(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Topics on which events may lie more than once. */
  static List<String> topics() {
    return Topics.all().stream().filter(t -> !t.compacted()).map(Topic::name).toList();
  }

  /** The last records again, each stream in its order. */
  String duplicate(Fault fault) {
    List<ConsumerRecord<byte[], byte[]>> all = read(fault.target());
    return send(all.subList(Math.max(0, all.size() - RECENT), all.size()));
  }

  /** Some records from all of its past, up to three times, in any order. */
  String shuffle(Fault fault) {
    Random random = new Random(fault.seed());
    List<ConsumerRecord<byte[], byte[]>> all = read(fault.target());
    List<ConsumerRecord<byte[], byte[]>> chosen = new ArrayList<>();
    for (int i = 0; i < SHUFFLED && !all.isEmpty(); i++) {
      ConsumerRecord<byte[], byte[]> one = all.get(random.nextInt(all.size()));
      chosen.addAll(Collections.nCopies(1 + random.nextInt(MOST_COPIES), one));
    }
    Collections.shuffle(chosen, random);
    return send(chosen);
  }

  String replay(Fault fault) {
    return send(read(fault.target()));
  }

  /** Every event of the topic as it lies there for the first time, partition by partition. */
  private List<ConsumerRecord<byte[], byte[]>> read(String name) {
    List<Topic> topic = Topics.all().stream().filter(t -> t.name().equals(name)).toList();
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_READ_S);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.tail(bootstrapServers, "faults"))) {
      List<TopicPartition> partitions = Partitions.of(topic, consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(polled -> take(polled, seen, found));
        if (System.nanoTime() > deadline) {
          throw new PlatformException("the topic " + name + " cannot be read");
        }
      }
    }
    return found;
  }

  /** What cannot be read, or was sent for one reader only, is not an event of its stream. */
  private void take(
      ConsumerRecord<byte[], byte[]> polled,
      Set<String> seen,
      List<ConsumerRecord<byte[], byte[]>> found) {
    if (polled.headers().lastHeader(Inbox.REPLAYED_FOR) != null) {
      return;
    }
    try {
      ReceivedEvent event = records.read(polled);
      if (event.event() != null && seen.add(event.stream().value() + "@" + event.version())) {
        found.add(polled);
      }
    } catch (UnreadableEventException poison) {
      // it lies among the dead letters already
    }
  }

  private String send(List<ConsumerRecord<byte[], byte[]>> again) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.producer(bootstrapServers, "faults"))) {
      again.forEach(
          one ->
              sent.add(
                  producer.send(
                      new ProducerRecord<>(
                          one.topic(), one.partition(), one.key(), one.value(), one.headers()))));
      producer.flush();
    }
    long taken = sent.stream().filter(DeliveryHarm::taken).count();
    return taken + " records delivered again";
  }

  /** After a flush each has been taken, or has failed. */
  private static boolean taken(Future<RecordMetadata> sent) {
    try {
      sent.get();
      return true;
    } catch (ExecutionException refused) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
