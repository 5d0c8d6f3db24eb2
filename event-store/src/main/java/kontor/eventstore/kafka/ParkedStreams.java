package kontor.eventstore.kafka;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bson.Document;

/**
 * The streams of which a group keeps an event among its dead letters: what comes later of them
 * waits there as well. One document per group, read again every few seconds, since another instance
 * or {@code ./kontor dlq replay} changes it.
 */
public final class ParkedStreams {

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final MongoCollection<Document> parked;
  private final String group;
  private final Clock clock;
  private Set<String> streams = Set.of();
  private Instant readAt = Instant.MIN;

  public ParkedStreams(MongoCollection<Document> parked, String group, Clock clock) {
    this.parked = parked;
    this.group = group;
    this.clock = clock;
  }

  public synchronized boolean contains(String stream) {
    if (readAt.plus(FRESH).isBefore(clock.instant())) {
      read();
    }
    return streams.contains(stream);
  }

  public synchronized void park(String stream) {
    parked.updateOne(
        Filters.eq("_id", group),
        Updates.addToSet("streams", stream),
        new UpdateOptions().upsert(true));
    read();
  }

  /** Lets the stream flow again; its letters must have been replayed. */
  public synchronized void release(String stream) {
    parked.updateOne(Filters.eq("_id", group), Updates.pull("streams", stream));
    read();
  }

  private void read() {
    Document document = parked.find(Filters.eq("_id", group)).first();
    streams = document == null ? Set.of() : Set.copyOf(document.getList("streams", String.class));
    readAt = clock.instant();
  }
}
