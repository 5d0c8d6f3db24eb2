package kontor.eventstore.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import kontor.eventstore.Commit;
import kontor.eventstore.Origin;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import org.bson.Document;

/** How a commit looks in MongoDB: short field names, payloads as the JSON text that was decided. */
final class CommitDocuments {

  static final String PENDING = "pending";

  private CommitDocuments() {}

  static Document write(Commit commit) {
    List<Document> events = new ArrayList<>(commit.events().size());
    commit.events().forEach(event -> events.add(write(event)));
    Document document =
        new Document("_id", commit.id())
            .append("s", commit.stream().value())
            .append("v", commit.version())
            .append("p", commit.previous())
            .append("u", commit.token())
            .append("t", Date.from(commit.events().get(0).time()))
            .append("e", events);
    return commit.pending() ? document.append(PENDING, true) : document;
  }

  private static Document write(RecordedEvent event) {
    Origin origin = event.origin();
    Document document =
        new Document("t", event.type())
            .append("d", event.json())
            .append("a", origin.actor())
            .append("c", origin.correlation());
    if (origin.cause() != null) {
      document.append("w", origin.cause());
    }
    if (origin.traceparent() != null) {
      document.append("tp", origin.traceparent());
    }
    return document;
  }

  static Commit read(Document document) {
    StreamId stream = StreamId.parse(document.getString("s"));
    long version = document.get("v", Number.class).longValue();
    Instant time = document.getDate("t").toInstant();
    List<RecordedEvent> events = new ArrayList<>();
    for (Document event : document.getList("e", Document.class)) {
      events.add(read(event, stream, version + events.size(), time));
    }
    return new Commit(
        stream,
        version,
        document.get("p", Number.class).longValue(),
        document.getString("u"),
        events,
        document.getBoolean(PENDING, false));
  }

  private static RecordedEvent read(Document event, StreamId stream, long version, Instant time) {
    Origin origin =
        new Origin(
            event.getString("a"),
            event.getString("c"),
            event.getString("w"),
            event.getString("tp"));
    return new RecordedEvent(
        stream, version, event.getString("t"), event.getString("d"), time, origin);
  }
}
