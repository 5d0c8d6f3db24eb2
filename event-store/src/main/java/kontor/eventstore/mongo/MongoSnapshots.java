package kontor.eventstore.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import kontor.eventstore.StreamId;
import org.bson.Document;

/**
 * States of long streams, so that loading need not start at the first event. Losing one, or finding
 * an older one, costs time and nothing else.
 */
public final class MongoSnapshots {

  private final MongoCollection<Document> snapshots;

  /**
   * A state as JSON, after the event of the given version; {@code commit} is that event's commit.
   */
  public record Snapshot(long version, long commit, String shape, String json) {}

  public MongoSnapshots(MongoCollection<Document> snapshots) {
    this.snapshots = snapshots;
  }

  public Optional<Snapshot> find(StreamId stream) {
    return Optional.ofNullable(snapshots.find(Filters.eq("_id", stream.value())).first())
        .map(
            document ->
                new Snapshot(
                    document.get("v", Number.class).longValue(),
                    document.get("c", Number.class).longValue(),
                    document.getString("k"),
                    document.getString("d")));
  }

  public void save(StreamId stream, Snapshot snapshot) {
    snapshots.replaceOne(
        Filters.eq("_id", stream.value()),
        new Document("_id", stream.value())
            .append("v", snapshot.version())
            .append("c", snapshot.commit())
            .append("k", snapshot.shape())
            .append("d", snapshot.json()),
        new ReplaceOptions().upsert(true));
  }
}
