package kontor.local.deadletter;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.Inbox;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.ParkedStreams;
import kontor.local.platform.PlatformException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.bson.Document;

/**
 * All dead letters of the platform. A letter that was sent again is noted in the store of its group
 * and shown no more.
 */
public final class LetterBox implements AutoCloseable {

  private static final String SUFFIX = ".dlq";
  private static final Duration POLL = Duration.ofMillis(300);

  private final String bootstrapServers;
  private final MongoClient client;

  public LetterBox(String mongoUri, String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.client = MongoClients.create(mongoUri);
  }

  /**
   * The letters that wait, oldest first within a topic. A record that was put aside more than once,
   * by a second instance or after a start, is one letter.
   */
  public List<Letter> waiting() {
    List<ConsumerRecord<byte[], byte[]>> all = read();
    Map<String, Set<Long>> done = new HashMap<>();
    Set<String> settled = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> polled : all) {
      if (done.computeIfAbsent(polled.topic(), this::replayed).contains(polled.offset())) {
        settled.add(origin(polled));
      }
    }
    List<Letter> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> polled : all) {
      if (settled.add(origin(polled))) {
        letters.add(letter(polled));
      }
    }
    return letters;
  }

  /** The record that was put aside, and by whom. */
  private static String origin(ConsumerRecord<byte[], byte[]> letter) {
    return letter.topic()
        + "/"
        + text(letter, DeadLetters.PARTITION)
        + "@"
        + text(letter, DeadLetters.OFFSET);
  }

  /**
   * Sends a letter to its topic again and lets its stream flow.
   *
   * @param payload instead of the one that could not be read
   * @param headers set instead of those of the letter
   */
  public void replay(String id, Optional<String> payload, Map<String, String> headers) {
    ConsumerRecord<byte[], byte[]> letter =
        read().stream()
            .filter(polled -> id(polled).equals(id))
            .findFirst()
            .orElseThrow(() -> new PlatformException("There is no dead letter " + id + "."));
    byte[] value =
        payload.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(letter.value());
    ProducerRecord<byte[], byte[]> again =
        new ProducerRecord<>(text(letter, DeadLetters.TOPIC), null, letter.key(), value);
    letter.headers().forEach(header -> again.headers().add(header));
    headers.forEach(
        (name, content) -> {
          again.headers().remove(name);
          again.headers().add(name, content.getBytes(StandardCharsets.UTF_8));
        });
    again.headers().add(Inbox.REPLAYED_FOR, group(letter).getBytes(StandardCharsets.UTF_8));
    send(again);
    note(letter);
    release(letter, headers);
  }

  /** Only when nothing of the stream waits any more may later events flow past. */
  private void release(ConsumerRecord<byte[], byte[]> letter, Map<String, String> headers) {
    String stream = headers.getOrDefault("ce_subject", text(letter, "ce_subject"));
    boolean more =
        waiting().stream()
            .anyMatch(l -> l.stream().equals(stream) && l.group().equals(group(letter)));
    if (!stream.isEmpty() && !more) {
      new ParkedStreams(
              client.getDatabase("kontor_" + group(letter)).getCollection("parked"),
              group(letter),
              Clock.systemUTC())
          .release(stream);
    }
  }

  private void send(ProducerRecord<byte[], byte[]> again) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.producer(bootstrapServers, "dlq-replay"))) {
      producer.send(again).get();
    } catch (ExecutionException e) {
      throw new PlatformException("The broker did not take the letter: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }

  private MongoCollection<Document> notes(String group) {
    return client.getDatabase("kontor_" + group).getCollection("replayed");
  }

  private Set<Long> replayed(String topic) {
    Document note = notes(groupOf(topic)).find(Filters.eq("_id", topic)).first();
    return note == null ? Set.of() : new HashSet<>(note.getList("offsets", Long.class));
  }

  private void note(ConsumerRecord<byte[], byte[]> letter) {
    notes(group(letter))
        .updateOne(
            Filters.eq("_id", letter.topic()),
            Updates.addToSet("offsets", letter.offset()),
            new UpdateOptions().upsert(true));
  }

  private List<ConsumerRecord<byte[], byte[]>> read() {
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.tail(bootstrapServers, "dlq"))) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .listTopics()
          .forEach(
              (topic, infos) -> {
                if (topic.endsWith(SUFFIX)) {
                  for (PartitionInfo info : infos) {
                    partitions.add(new TopicPartition(topic, info.partition()));
                  }
                }
              });
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(letters::add);
      }
    }
    return letters;
  }

  private static Letter letter(ConsumerRecord<byte[], byte[]> polled) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : polled.headers()) {
      if (!header.key().startsWith("kontor_")) {
        headers.put(header.key(), text(polled, header.key()));
      }
    }
    return new Letter(
        id(polled),
        text(polled, DeadLetters.TOPIC),
        group(polled),
        text(polled, DeadLetters.KIND),
        text(polled, DeadLetters.REASON),
        text(polled, "ce_subject"),
        text(polled, DeadLetters.FAILED_AT),
        headers,
        polled.value() == null ? "" : new String(polled.value(), StandardCharsets.UTF_8));
  }

  private static String id(ConsumerRecord<byte[], byte[]> polled) {
    return polled.topic() + "@" + polled.offset();
  }

  private static String group(ConsumerRecord<byte[], byte[]> letter) {
    return groupOf(letter.topic());
  }

  private static String groupOf(String topic) {
    String name = topic.substring(0, topic.length() - SUFFIX.length());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String text(ConsumerRecord<byte[], byte[]> polled, String header) {
    Header found = polled.headers().lastHeader(header);
    return found == null || found.value() == null
        ? ""
        : new String(found.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
