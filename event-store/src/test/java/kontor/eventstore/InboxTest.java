package kontor.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.EventHandler;
import kontor.eventstore.kafka.Inbox;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.ParkedStreams;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a consumer group does with polls: in order per key, once in effect, poison kept aside. */
class InboxTest {

  private static final EventCodec CODEC = EventCodec.ofTopics();

  private final String group = "inbox" + UUID.randomUUID().toString().substring(0, 6);
  private final Stores stores = new Stores();
  private final ExecutorService workers = Executors.newFixedThreadPool(8);
  private final ParkedStreams parked =
      new ParkedStreams(stores.database().getCollection("parked"), group, Clock.systemUTC());
  private final DeadLetters letters =
      new DeadLetters(
          group, KafkaSettings.producer(TestPlatform.bootstrapServers(), group), Clock.systemUTC());
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    letters.close();
    workers.shutdown();
  }

  @Test
  void anyDeliveriesThatKeepEachStreamsOrderGiveTheSameState() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Map<String, Integer> expected = new HashMap<>();
    List<List<ConsumerRecord<byte[], byte[]>>> streams = new ArrayList<>();
    for (int s = 0; s < 20; s++) {
      streams.add(history("L-" + s, 1 + random.nextInt(15), random, expected));
    }
    Map<String, Applied> projection = new ConcurrentHashMap<>();
    Inbox inbox = inbox((received, event) -> project(projection, received.version(), event));
    List<ConsumerRecord<byte[], byte[]>> delivered = interleave(streams, random);
    for (int from = 0; from < delivered.size(); from += 7) {
      inbox.process(delivered.subList(from, Math.min(delivered.size(), from + 7)));
    }

    Map<String, Integer> units = new HashMap<>();
    projection.forEach((sku, applied) -> units.put(sku, applied.units()));
    assertThat(units).as("seed %d", seed).isEqualTo(expected);
  }

  @Test
  void poisonIsKeptAsideAndTheOthersFlowOn() {
    createDeadLetters();
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    Inbox inbox = inbox((received, event) -> seen.add(received.stream().id()));
    inbox.process(
        List.of(
            consumed("x", null, Map.of()),
            consumed("y", "{no json", Map.of()),
            record("GOOD", 1, 5)));

    assertThat(seen).containsExactly("GOOD");
    assertThat(count("dead-letter")).isEqualTo(2);
  }

  @Test
  void aStreamWithAnEventAsideWaitsAsAWhole() {
    createDeadLetters();
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger attempts = new AtomicInteger();
    Inbox inbox =
        inbox(
            (received, event) -> {
              if (received.version() == 1 && attempts.incrementAndGet() > 0) {
                throw new IllegalStateException("cannot");
              }
              seen.add(received.version());
            });
    inbox.process(List.of(record("BAD", 1, 1), record("BAD", 2, 1), record("FINE", 2, 1)));

    assertThat(attempts.get()).isEqualTo(4);
    assertThat(seen).containsExactly(2L);
    assertThat(parked.contains("stock/BAD")).isTrue();
    assertThat(parked.contains("stock/FINE")).isFalse();
  }

  @Test
  void aPollIsDeliveredAgainWhenTheStoreIsAway() {
    Inbox inbox =
        inbox(
            (received, event) -> {
              throw new StoreUnavailableException("away", null);
            });

    assertThatThrownBy(() -> inbox.process(List.of(record("S", 1, 1))))
        .hasMessageContaining("delivered again");
    assertThat(count("dead-letter")).isZero();
  }

  private record Applied(long version, int units) {}

  private static void project(Map<String, Applied> projection, long version, Object event) {
    StockReceived received = (StockReceived) event;
    projection.compute(
        received.sku().value(),
        (sku, before) -> {
          if (before != null && before.version() >= version) {
            return before;
          }
          int units = before == null ? 0 : before.units();
          return new Applied(version, units + received.quantity().value());
        });
  }

  private static List<ConsumerRecord<byte[], byte[]>> history(
      String sku, int length, Random random, Map<String, Integer> expected) {
    List<ConsumerRecord<byte[], byte[]>> history = new ArrayList<>();
    for (int version = 1; version <= length; version++) {
      int units = 1 + random.nextInt(9);
      expected.merge(sku, units, Integer::sum);
      history.add(record(sku, version, units));
    }
    return history;
  }

  /** Each stream in its order, with runs of it repeated, mixed with the others at random. */
  private static List<ConsumerRecord<byte[], byte[]>> interleave(
      List<List<ConsumerRecord<byte[], byte[]>>> streams, Random random) {
    List<List<ConsumerRecord<byte[], byte[]>>> queues = new ArrayList<>();
    for (List<ConsumerRecord<byte[], byte[]>> stream : streams) {
      List<ConsumerRecord<byte[], byte[]>> queue = new ArrayList<>();
      for (int i = 0; i < stream.size(); i++) {
        queue.add(stream.get(i));
        if (random.nextInt(3) == 0) {
          queue.addAll(stream.subList(random.nextInt(i + 1), i + 1));
        }
      }
      queues.add(queue);
    }
    List<ConsumerRecord<byte[], byte[]>> delivered = new ArrayList<>();
    while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
      List<ConsumerRecord<byte[], byte[]>> queue = queues.get(random.nextInt(queues.size()));
      if (!queue.isEmpty()) {
        delivered.add(queue.remove(0));
      }
    }
    return delivered;
  }

  private static ConsumerRecord<byte[], byte[]> record(String sku, long version, int units) {
    StockReceived event =
        new StockReceived(new Sku(sku), LocationId.MAIN, new Quantity(units), "r" + version);
    RecordedEvent recorded =
        new RecordedEvent(
            new StreamId("stock", sku),
            version,
            "kontor.stock.received.v1",
            new String(CODEC.write(event), StandardCharsets.UTF_8),
            Instant.EPOCH,
            Stores.origin());
    ProducerRecord<byte[], byte[]> sent =
        CloudEventRecords.write(recorded, Topics.STOCK_LEDGER.name(), URI.create("/kontor/test"));
    ConsumerRecord<byte[], byte[]> consumed =
        new ConsumerRecord<>(sent.topic(), 0, version, sent.key(), sent.value());
    sent.headers().forEach(consumed.headers()::add);
    return consumed;
  }

  @SuppressWarnings("NullAway") // a record without a value is what is tested
  private static ConsumerRecord<byte[], byte[]> consumed(
      String key, @org.jspecify.annotations.Nullable String value, Map<String, String> headers) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    ConsumerRecord<byte[], byte[]> consumed =
        new ConsumerRecord<>(
            Topics.STOCK_LEDGER.name(), 0, 0, key.getBytes(StandardCharsets.UTF_8), bytes);
    headers.forEach((n, v) -> consumed.headers().add(n, v.getBytes(StandardCharsets.UTF_8)));
    return consumed;
  }

  private void createDeadLetters() {
    new TopicCreator(TestPlatform.bootstrapServers())
        .createDeadLetters(List.of(Topics.STOCK_LEDGER), group);
  }

  private double count(String outcome) {
    return metrics.counter("kontor.events.consumed", "group", group, "outcome", outcome).count();
  }

  private Inbox inbox(EventHandler handler) {
    return new Inbox(
        group, new CloudEventRecords(CODEC), handler, letters, parked, workers, metrics);
  }
}
