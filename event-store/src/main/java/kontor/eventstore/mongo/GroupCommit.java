package kontor.eventstore.mongo;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import kontor.eventstore.Commit;
import kontor.eventstore.EventStoreMetrics;
import kontor.eventstore.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes together what waits at the same moment, and tells each caller its own outcome. One thread;
 * while it writes a batch the next one gathers, so batches grow with the load.
 */
public final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int MAX_BATCH = 256;
  private static final int MAX_WAITING = 20_000;
  private static final Duration GIVE_UP = Duration.ofSeconds(10);

  private final MongoCommits commits;
  private final OutboxLedger ledger;
  private final BiConsumer<String, List<Commit>> stored;
  private final EventStoreMetrics metrics;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Thread writer = new Thread(this::run, "group-commit");
  private volatile boolean closed;

  private record Waiting(Commit commit, CompletableFuture<Boolean> outcome) {}

  /**
   * @param stored is handed each batch's ledger note and those of its commits that are to be
   *     published, in the order stored
   */
  public GroupCommit(
      MongoCommits commits,
      OutboxLedger ledger,
      BiConsumer<String, List<Commit>> stored,
      EventStoreMetrics metrics) {
    this.commits = commits;
    this.ledger = ledger;
    this.stored = stored;
    this.metrics = metrics;
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * True when the commit is stored, false when its version was taken. Fails with {@link
   * StoreUnavailableException} when the store gave no answer in time; the commit may then be stored
   * or not, and reading the stream tells.
   */
  public CompletableFuture<Boolean> append(Commit commit) {
    CompletableFuture<Boolean> outcome = new CompletableFuture<>();
    if (closed || !queue.offer(new Waiting(commit, outcome))) {
      outcome.completeExceptionally(
          new StoreUnavailableException("too many commits wait for the store", null));
    }
    return outcome;
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>(MAX_BATCH);
    while (!closed || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, MAX_BATCH - 1);
          write(batch);
          batch.clear();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void write(List<Waiting> batch) throws InterruptedException {
    List<Commit> wanted = batch.stream().map(Waiting::commit).toList();
    List<String> pending = wanted.stream().filter(Commit::pending).map(Commit::id).toList();
    long deadline = System.nanoTime() + GIVE_UP.toNanos();
    String note = null;
    for (int attempt = 0; ; attempt++) {
      try {
        if (note == null && !pending.isEmpty()) {
          note = ledger.note(pending);
        }
        Set<String> refused = refused(wanted, commits.insert(distinct(wanted)), attempt > 0);
        publish(note, wanted, refused);
        metrics.committed(wanted.size() - refused.size(), refused.size());
        batch.forEach(w -> w.outcome.complete(!refused.contains(w.commit.token())));
        return;
      } catch (MongoException e) {
        if (closed || System.nanoTime() > deadline) {
          fail(batch, e);
          return;
        }
        LOG.warn(
            "the store did not take {} commits, trying again: {}", wanted.size(), e.toString());
        TimeUnit.MILLISECONDS.sleep(Math.min(1000, 20L << Math.min(attempt, 6)));
      }
    }
  }

  /** Of two commits of one version in a batch only the first is tried. */
  private static List<Commit> distinct(List<Commit> wanted) {
    Set<String> seen = new HashSet<>();
    return wanted.stream().filter(commit -> seen.add(commit.id())).toList();
  }

  /** The tokens of the commits whose version another commit holds. */
  private Set<String> refused(List<Commit> wanted, Set<String> taken, boolean repeated) {
    Map<String, String> holders = new HashMap<>();
    for (Commit commit : distinct(wanted)) {
      if (!taken.contains(commit.id())) {
        holders.put(commit.id(), commit.token());
      }
    }
    if (repeated) {
      commits.find(List.copyOf(taken)).forEach(held -> holders.put(held.id(), held.token()));
    }
    Set<String> refused = new HashSet<>();
    for (Commit commit : wanted) {
      if (!commit.token().equals(holders.get(commit.id()))) {
        refused.add(commit.token());
      }
    }
    return refused;
  }

  private void publish(@Nullable String note, List<Commit> wanted, Set<String> refused) {
    if (note != null) {
      stored.accept(
          note, wanted.stream().filter(c -> c.pending() && !refused.contains(c.token())).toList());
    }
  }

  private static void fail(List<Waiting> batch, MongoException cause) {
    StoreUnavailableException failure =
        new StoreUnavailableException("the store did not answer", cause);
    batch.forEach(waiting -> waiting.outcome.completeExceptionally(failure));
  }

  /** Writes what waits, then stops. */
  @Override
  public void close() {
    closed = true;
    try {
      writer.join(GIVE_UP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
