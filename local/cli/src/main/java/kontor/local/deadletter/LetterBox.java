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
        settled.add(LetterHeaders.origin(polled));
      }
    }
    List<Letter> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> polled : all) {
      if (settled.add(LetterHeaders.origin(polled))) {
        letters.add(letter(polled));
      }
    }
    return letters;
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
            .filter(polled -> LetterHeaders.id(polled).equals(id))
            .findFirst()
            .orElseThrow(() -> new PlatformException("There is no dead letter " + id + "."));
    byte[] value =
        payload.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(letter.value());
    ProducerRecord<byte[], byte[]> again =
        new ProducerRecord<>(
            LetterHeaders.text(letter, DeadLetters.TOPIC), null, letter.key(), value);
    letter.headers().forEach(header -> again.headers().add(header));
    headers.forEach(
        (name, content) -> {
          again.headers().remove(name);
          again.headers().add(name, content.getBytes(StandardCharsets.UTF_8));
        });
    again
        .headers()
        .add(Inbox.REPLAYED_FOR, LetterHeaders.group(letter).getBytes(StandardCharsets.UTF_8));
    send(again);
    note(letter);
    release(letter, headers);
  }

  /** Only when nothing of the stream waits any more may later events flow past. */
  private void release(ConsumerRecord<byte[], byte[]> letter, Map<String, String> headers) {
    String stream = headers.getOrDefault("ce_subject", LetterHeaders.text(letter, "ce_subject"));
    boolean more =
        waiting().stream()
            .anyMatch(
                l -> l.stream().equals(stream) && l.group().equals(LetterHeaders.group(letter)));
    if (!stream.isEmpty() && !more) {
      new ParkedStreams(
              client.getDatabase("kontor_" + LetterHeaders.group(letter)).getCollection("parked"),
              LetterHeaders.group(letter),
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
    Document note = notes(LetterHeaders.groupOf(topic)).find(Filters.eq("_id", topic)).first();
    return note == null ? Set.of() : new HashSet<>(note.getList("offsets", Long.class));
  }

  private void note(ConsumerRecord<byte[], byte[]> letter) {
    notes(LetterHeaders.group(letter))
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
                if (topic.endsWith(LetterHeaders.SUFFIX)) {
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
        headers.put(header.key(), LetterHeaders.text(polled, header.key()));
      }
    }
    return new Letter(
        LetterHeaders.id(polled),
        LetterHeaders.text(polled, DeadLetters.TOPIC),
        LetterHeaders.group(polled),
        LetterHeaders.text(polled, DeadLetters.KIND),
        LetterHeaders.text(polled, DeadLetters.REASON),
        LetterHeaders.text(polled, "ce_subject"),
        LetterHeaders.text(polled, DeadLetters.FAILED_AT),
        headers,
        polled.value() == null ? "" : new String(polled.value(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    client.close();
  }
}
