package kontor.eventstore.kafka;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kontor.eventstore.Commit;
import kontor.eventstore.mongo.MongoCommits;
import kontor.eventstore.mongo.OutboxLedger;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a process left behind when it died: at start, and now and then by whichever
 * instance gets the lease of the moment. The lease is a document named for its time slot: only one
 * insert of it succeeds.
 */
public final class OutboxSweep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSweep.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final OutboxLedger ledger;
  private final MongoCommits commits;
  private final EventPublisher publisher;
  private final MongoCollection<Document> leases;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "outbox-sweep");
            thread.setDaemon(true);
            return thread;
          });

  public OutboxSweep(
      OutboxLedger ledger,
      MongoCommits commits,
      EventPublisher publisher,
      MongoCollection<Document> leases,
      Clock clock) {
    this.ledger = ledger;
    this.commits = commits;
    this.publisher = publisher;
    this.leases = leases;
    this.clock = clock;
  }

  public void start() {
    var unused =
        timer.scheduleWithFixedDelay(this::tick, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      ledger.heartbeat();
      if (lease()) {
        sweep();
      }
    } catch (MongoException e) {
      LOG.warn("the sweep could not reach the store: {}", e.toString());
    } catch (RuntimeException e) {
      LOG.error("the sweep failed and will run again", e);
    }
  }

  private boolean lease() {
    long slot = clock.millis() / EVERY.toMillis();
    try {
      leases.insertOne(new Document("_id", "sweep/" + slot));
      leases.deleteMany(Filters.in("_id", List.of("sweep/" + (slot - 2), "sweep/" + (slot - 3))));
      return true;
    } catch (MongoWriteException e) {
      return false;
    }
  }

  private void sweep() {
    for (OutboxLedger.Note note : ledger.abandoned()) {
      List<Commit> left =
          commits.find(note.commits()).stream()
              .filter(Commit::pending)
              .sorted(Comparator.comparing(Commit::id))
              .toList();
      if (left.isEmpty()) {
        ledger.strikeAbandoned(note);
      } else {
        LOG.info("publishing {} commits that {} left behind", left.size(), note.id());
        publisher.accept(note.id(), left);
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
