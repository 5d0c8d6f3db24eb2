package kontor.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.Topics;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.mongo.MongoCommits;
import kontor.eventstore.mongo.OutboxLedger;
import kontor.local.TestPlatform;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is committed is published: all of it, in order, whatever dies in between. */
class PublicationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Stores stores = new Stores();
  private final String sku = "P-" + UUID.randomUUID().toString().substring(0, 8);
  private final StreamId stream = new StreamId("stock", sku);
  private final TopicReader ledger =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.STOCK_LEDGER);
  private final TopicReader levels = new TopicReader(TestPlatform.bootstrapServers(), Topics.STOCK);

  @AfterEach
  void close() {
    ledger.close();
    levels.close();
  }

  @Test
  void aCommitIsOnItsTopicsAndItsMarkIsCleared() {
    try (EventStore store = stores.open("p-1")) {
      receive(store.aggregates(Counter.WITH_LEVEL, Counter.CODEC), 3);

      await().until(() -> levels.of(sku, StockLevelChanged.class).size() == 1);
      await().until(() -> ledger.of(sku).size() == 1);
      assertThat(ledger.of(sku).get(0).version()).isEqualTo(1);
      assertThat(levels.of(sku).get(0).version()).isEqualTo(2);
      await().until(() -> store.commits().after(stream, 0).stream().noneMatch(Commit::pending));
      await().until(() -> notes() == 0);
    }
  }

  @Test
  void whatACrashLeftBehindIsPublishedAtTheNextStart() {
    OutboxLedger dead = ledgerOf("p-1~dead");
    String note = dead.note(List.of(commit(1).id(), commit(2).id()));
    assertThat(note).startsWith("p-1~dead#");
    store(commit(1), commit(2));
    try (EventStore store = stores.open("p-1")) {
      await().atMost(PATIENCE).until(() -> versions(ledger).equals(List.of(1L, 2L)));
      await().until(() -> store.commits().after(stream, 0).stream().noneMatch(Commit::pending));
    }
  }

  @Test
  void aCrashBeforeTheMarksWereClearedRepeatsAndLosesNothing() {
    try (EventStore store = stores.open("p-1")) {
      receive(store.aggregates(Counter.TYPE, Counter.CODEC), 1);
      await().until(() -> versions(ledger).equals(List.of(1L)));
      await().until(() -> store.commits().after(stream, 0).stream().noneMatch(Commit::pending));
    }
    markPending(1);
    ledgerOf("p-1~dead").note(List.of(Commit.id(stream, 1)));
    try (EventStore store = stores.open("p-1")) {
      receive(store.aggregates(Counter.TYPE, Counter.CODEC), 1);
      await().atMost(PATIENCE).until(() -> distinct(ledger).equals(List.of(1L, 2L)));
      await().atMost(PATIENCE).until(() -> notes() == 0);
    }
  }

  @Test
  void aBatchThatWasNotedAndNeverStoredIsStruckOut() {
    ledgerOf("p-1~dead").note(List.of(Commit.id(stream, 1)));
    try (EventStore store = stores.open("p-1")) {
      await().atMost(PATIENCE).until(() -> notes() == 0);
      assertThat(store.pending()).isZero();
    }
  }

  @Test
  void aPendingPredecessorOfAnotherInstanceGoesFirst() {
    store(commit(1));
    try (EventStore store = stores.open("p-2")) {
      receive(store.aggregates(Counter.TYPE, Counter.CODEC), 1);

      await().until(() -> distinct(ledger).size() == 2);
      assertThat(distinct(ledger)).containsExactly(1L, 2L);
    }
  }

  @Test
  void twoInstancesOnTheSameStreamsNeverTurnTwoEventsAround() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> skus = List.of(sku, sku + "b", sku + "c");
    try (EventStore one = stores.open("p-1");
        EventStore other = stores.open("p-2")) {
      List<Aggregates<Counter, Record>> both =
          List.of(
              one.aggregates(Counter.WITH_LEVEL, Counter.CODEC),
              other.aggregates(Counter.WITH_LEVEL, Counter.CODEC));
      for (int i = 0; i < 300; i++) {
        var unused =
            both.get(random.nextInt(2))
                .update(
                    skus.get(random.nextInt(3)), Stores.origin(), counter -> counter.receive(1));
      }
      for (String each : skus) {
        long units = both.get(0).refresh(each).state().units();
        await().atMost(PATIENCE).until(() -> ledgerEvents(each).size() == units);
        assertThat(ledgerEvents(each)).as("seed %d", seed).isSorted();
        await().until(() -> lastLevel(each) == units);
      }
    }
  }

  private List<Long> ledgerEvents(String each) {
    return new ArrayList<>(
        new LinkedHashSet<>(ledger.of(each).stream().map(ReceivedEvent::version).toList()));
  }

  private long lastLevel(String each) {
    List<StockLevelChanged> all = levels.of(each, StockLevelChanged.class);
    return all.isEmpty() ? -1 : all.get(all.size() - 1).onHand();
  }

  private void receive(Aggregates<Counter, Record> counters, int quantity) {
    var unused = counters.update(sku, Stores.origin(), counter -> counter.receive(quantity));
  }

  private List<Long> versions(TopicReader topic) {
    return topic.of(sku).stream().map(ReceivedEvent::version).toList();
  }

  private List<Long> distinct(TopicReader topic) {
    return new ArrayList<>(new LinkedHashSet<>(versions(topic)));
  }

  private long notes() {
    MongoCollection<Document> outbox = stores.database().getCollection("outbox");
    List<Document> all = outbox.find().into(new ArrayList<>());
    return all.stream().filter(document -> document.getString("_id").contains("#")).count();
  }

  private OutboxLedger ledgerOf(String owner) {
    return new OutboxLedger(stores.database().getCollection("outbox"), owner, Clock.systemUTC());
  }

  private void store(Commit... commits) {
    assertThat(
            new MongoCommits(stores.database().getCollection("commits")).insert(List.of(commits)))
        .isEmpty();
  }

  private void markPending(long... versions) {
    LongStream.of(versions)
        .forEach(
            version ->
                stores
                    .database()
                    .getCollection("commits")
                    .updateOne(
                        new Document("_id", Commit.id(stream, version)),
                        new Document("$set", new Document("pending", true))));
  }

  private Commit commit(long version) {
    StockReceived event =
        new StockReceived(new Sku(sku), LocationId.MAIN, new Quantity(1), "r" + version);
    String json = new String(Counter.CODEC.write(event), java.nio.charset.StandardCharsets.UTF_8);
    RecordedEvent recorded =
        new RecordedEvent(
            stream, version, "kontor.stock.received.v1", json, Instant.now(), Stores.origin());
    return new Commit(stream, version, version - 1, "t" + version, List.of(recorded), true);
  }
}
