package kontor.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.command.Decided;
import org.junit.jupiter.api.Test;

/** Deciding and committing, alone and against others. */
class AggregatesTest {

  private final Stores stores = new Stores();
  private final String sku = "S-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void whatWasDecidedIsFoundAgainByAnotherInstance() {
    try (EventStore one = stores.open("a-1");
        EventStore other = stores.open("a-2")) {
      var mine = one.aggregates(Counter.TYPE, Counter.CODEC);
      var theirs = other.aggregates(Counter.TYPE, Counter.CODEC);
      receive(mine, 3);
      receive(theirs, 4);

      assertThat(mine.refresh(sku).state().units()).isEqualTo(7);
      assertThat(mine.refresh(sku).version()).isEqualTo(2);
    }
  }

  @Test
  void aCommandWithNothingToDoCommitsNothing() {
    try (EventStore store = stores.open("a-1")) {
      var counters = store.aggregates(Counter.TYPE, Counter.CODEC);

      assertThat(counters.update(sku, Stores.origin(), counter -> List.of()).version()).isZero();
      assertThat(store.commits().after(new StreamId("stock", sku), 0)).isEmpty();
    }
  }

  @Test
  void nothingIsLeftUndoneOrRefusedForAnOldStateInMemory() {
    try (EventStore one = stores.open("a-1");
        EventStore other = stores.open("a-2")) {
      var mine = one.aggregates(Counter.TYPE, Counter.CODEC);
      var theirs = other.aggregates(Counter.TYPE, Counter.CODEC);
      assertThat(mine.refresh(sku).state().units()).isZero();
      receive(theirs, 5);

      mine.update(
          sku, Stores.origin(), counter -> counter.units() == 0 ? List.of() : counter.receive(1));
      assertThat(mine.lastSeen(sku).state().units()).isEqualTo(6);
      receive(theirs, 1);
      mine.update(
          sku,
          Stores.origin(),
          counter -> {
            if (counter.units() == 6) {
              throw new IllegalStateException("an old state");
            }
            return List.of();
          });
    }
  }

  @Test
  void aStreamBelievedToBeNewIsGoneOnWithIfItExists() {
    try (EventStore one = stores.open("a-1");
        EventStore other = stores.open("a-2")) {
      receive(other.aggregates(Counter.TYPE, Counter.CODEC), 5);
      var mine = one.aggregates(Counter.TYPE, Counter.CODEC);

      Decided<Counter, Record> added =
          mine.create(sku, Stores.origin(), counter -> counter.receive(1));
      assertThat(added.state().units()).isEqualTo(6);
      assertThat(added.version()).isEqualTo(2);
    }
  }

  @Test
  void aRuleThatThrowsReachesItsCallerAndChangesNothing() {
    try (EventStore store = stores.open("a-1")) {
      var counters = store.aggregates(Counter.TYPE, Counter.CODEC);

      assertThatThrownBy(
              () ->
                  counters.update(
                      sku,
                      Stores.origin(),
                      counter -> {
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(counters.refresh(sku).version()).isZero();
    }
  }

  @Test
  void hundredsOfWritersOfTwoInstancesLoseNoUpdate() throws Exception {
    try (EventStore one = stores.open("a-1");
        EventStore other = stores.open("a-2")) {
      var mine = one.aggregates(Counter.WITH_LEVEL, Counter.CODEC);
      var theirs = other.aggregates(Counter.WITH_LEVEL, Counter.CODEC);
      ExecutorService threads = Executors.newFixedThreadPool(32);
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Aggregates<Counter, Record> counters = i % 2 == 0 ? mine : theirs;
        writers.add(threads.submit(() -> receive(counters, 1)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      threads.shutdown();

      assertThat(mine.refresh(sku).state().units()).isEqualTo(400);
      assertThat(theirs.refresh(sku).state().units()).isEqualTo(400);
    }
  }

  @Test
  void whatWaitsForOneStreamBecomesFewCommitsThatEndWithTheirSum() throws Exception {
    try (EventStore store = stores.open("a-1")) {
      var counters = store.aggregates(Counter.WITH_LEVEL, Counter.CODEC);
      ExecutorService threads = Executors.newFixedThreadPool(50);
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        writers.add(threads.submit(() -> receive(counters, 1)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      threads.shutdown();
      List<Commit> commits = store.commits().after(new StreamId("stock", sku), 0);

      assertThat(commits).hasSizeLessThan(150);
      for (Commit commit : commits) {
        RecordedEvent last = commit.events().get(commit.events().size() - 1);
        assertThat(last.type()).isEqualTo("kontor.stock.level.v1");
      }
    }
  }

  @Test
  void aLongStreamIsReadFromItsSnapshot() {
    try (EventStore store = stores.open("a-1")) {
      var counters = store.aggregates(Counter.WITH_SNAPSHOTS, Counter.CODEC);
      for (int i = 0; i < 25; i++) {
        receive(counters, 2);
      }
    }
    stores
        .database()
        .getCollection("commits")
        .deleteOne(new org.bson.Document("_id", Commit.id(new StreamId("stock", sku), 1)));
    try (EventStore store = stores.open("a-1")) {
      var counters = store.aggregates(Counter.WITH_SNAPSHOTS, Counter.CODEC);

      assertThat(counters.lastSeen(sku).state().units()).isEqualTo(50);
    }
  }

  private Decided<Counter, Record> receive(Aggregates<Counter, Record> counters, int quantity) {
    return counters.update(sku, Stores.origin(), counter -> counter.receive(quantity));
  }
}
