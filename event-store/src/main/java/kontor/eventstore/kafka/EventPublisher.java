package kontor.eventstore.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kontor.eventstore.Commit;
import kontor.eventstore.EventStoreMetrics;
import kontor.eventstore.StreamId;
import kontor.eventstore.mongo.MongoCommits;
import kontor.eventstore.mongo.OutboxLedger;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes commits in stream order and then takes their pending marks off. One thread, in rounds:
 * it sends what waits, preceded by pending predecessors that another process left, waits until the
 * broker has all of it, and clears the marks in bulk. Crashes and a second instance can repeat a
 * commit on the topic; they cannot leave one out or turn two around.
 */
public final class EventPublisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);
  private static final int MAX_ROUND = 512;
  private static final int MAX_UNCLEARED = 1024;
  private static final Duration CLEAR_AFTER = Duration.ofMillis(100);

  private final MongoCommits commits;
  private final OutboxLedger ledger;
  private final RoundSender sender;
  private final EventStoreMetrics metrics;
  private final Clock clock;
  private final BlockingQueue<Batch> queue = new LinkedBlockingQueue<>();
  private final Cache<StreamId, Long> published =
      Caffeine.newBuilder().maximumSize(100_000).build();
  private final List<String> uncleared = new ArrayList<>();
  private final List<String> finishedNotes = new ArrayList<>();
  private final OutboxGauge gauge = new OutboxGauge();
  private final Thread thread = new Thread(this::run, "event-publisher");
  private long cleared = System.nanoTime();
  private volatile boolean closed;

  private record Batch(String note, List<Commit> commits) {}

  public EventPublisher(
      MongoCommits commits,
      OutboxLedger ledger,
      RoundSender sender,
      EventStoreMetrics metrics,
      Clock clock) {
    this.commits = commits;
    this.ledger = ledger;
    this.sender = sender;
    this.metrics = metrics;
    this.clock = clock;
    metrics.watchOutbox(gauge::pending, () -> gauge.oldestAge(clock.instant()).toSeconds());
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes over a stored batch; its commits are in the order stored. Never blocks. */
  public void accept(String note, List<Commit> stored) {
    gauge.add(stored);
    queue.add(new Batch(note, stored));
  }

  /** How many commits are stored and not yet published by this process. */
  public int pending() {
    return gauge.pending();
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      try {
        Batch first = queue.poll(closed ? 0 : CLEAR_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          round(first);
        }
        if (uncleared.size() > MAX_UNCLEARED
            || System.nanoTime() - cleared > CLEAR_AFTER.toNanos()) {
          clear();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
    clearAtEnd();
  }

  private void round(Batch first) throws InterruptedException {
    List<Commit> stored = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    for (Batch batch = first; batch != null; batch = queue.poll()) {
      batches.add(batch);
      stored.addAll(batch.commits());
      if (stored.size() >= MAX_ROUND) {
        break;
      }
    }
    publishUntilDone(stored);
    gauge.remove(stored);
    stored.forEach(commit -> uncleared.add(commit.id()));
    batches.forEach(batch -> finishedNotes.add(batch.note()));
  }

  private void publishUntilDone(List<Commit> stored) throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      try {
        publish(withPredecessors(stored));
        publish(successors(stored));
        return;
      } catch (KafkaException | MongoException e) {
        published.invalidateAll();
        if (closed) {
          throw new InterruptedException("closed while the broker or the store was away");
        }
        LOG.warn("{} commits wait to be published: {}", gauge.pending(), e.toString());
        TimeUnit.MILLISECONDS.sleep(Math.min(2_000, 100L << Math.min(attempt, 5)));
      }
    }
  }

  private void publish(List<Commit> round) throws InterruptedException {
    if (round.isEmpty()) {
      return;
    }
    int events = sender.send(round);
    round.forEach(commit -> published.put(commit.stream(), commit.lastVersion()));
    Duration delay = Duration.between(round.get(0).events().get(0).time(), clock.instant());
    metrics.published(events, delay.isNegative() ? Duration.ZERO : delay);
  }

  /** The given commits, each after those before it in its stream that nobody has published yet. */
  private List<Commit> withPredecessors(List<Commit> stored) {
    Map<StreamId, Long> last = new HashMap<>();
    List<Commit> round = new ArrayList<>(stored.size());
    for (Commit commit : stored) {
      Long known = last.get(commit.stream());
      if (known == null) {
        known = published.getIfPresent(commit.stream());
      }
      if (commit.previous() > 0 && (known == null || known < commit.version() - 1)) {
        round.addAll(pendingBefore(commit));
      }
      round.add(commit);
      last.put(commit.stream(), commit.lastVersion());
    }
    return round;
  }

  private Deque<Commit> pendingBefore(Commit commit) {
    Deque<Commit> run = new ArrayDeque<>();
    long version = commit.previous();
    while (version > 0) {
      Commit before = commits.find(Commit.id(commit.stream(), version)).orElseThrow();
      if (!before.pending()) {
        break;
      }
      run.addFirst(before);
      version = before.previous();
    }
    return run;
  }

  /**
   * Commits that another instance has added meanwhile to streams on a compacted topic: published
   * once more, so that the newest state is also the last one on the topic.
   */
  private List<Commit> successors(List<Commit> stored) {
    Map<StreamId, Commit> heads = new LinkedHashMap<>();
    stored.stream().filter(sender::isCompacted).forEach(c -> heads.put(c.stream(), c));
    List<Commit> found = new ArrayList<>();
    Set<Commit> wave = new HashSet<>(heads.values());
    while (!wave.isEmpty()) {
      List<String> next =
          wave.stream().map(c -> Commit.id(c.stream(), c.lastVersion() + 1)).toList();
      wave = new HashSet<>(commits.find(next));
      found.addAll(wave);
    }
    return found;
  }

  private void clearAtEnd() {
    try {
      clear();
    } catch (InterruptedException e) {
      LOG.info("{} published commits keep their mark; the next start clears it", uncleared.size());
    }
  }

  private void clear() throws InterruptedException {
    cleared = System.nanoTime();
    if (finishedNotes.isEmpty()) {
      return;
    }
    try {
      for (int from = 0; from < uncleared.size(); from += MAX_ROUND) {
        commits.clearPending(uncleared.subList(from, Math.min(from + MAX_ROUND, uncleared.size())));
      }
      ledger.strike(finishedNotes);
      uncleared.clear();
      finishedNotes.clear();
    } catch (MongoException e) {
      LOG.warn("{} published commits keep their mark for now: {}", uncleared.size(), e.toString());
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  /** Publishes what waits, for a few seconds at most, then stops. The next start finds the rest. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(5_000);
      thread.interrupt();
      thread.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sender.close();
  }
}
