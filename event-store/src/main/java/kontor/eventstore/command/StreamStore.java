package kontor.eventstore.command;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.Commit;
import kontor.eventstore.EventRoutes;
import kontor.eventstore.Origin;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import kontor.eventstore.mongo.GroupCommit;
import kontor.eventstore.mongo.MongoCommits;
import kontor.eventstore.mongo.MongoSnapshots;

/**
 * Reads and writes the streams of one aggregate type: events to JSON and back, snapshots, commits.
 */
public final class StreamStore<S, E> {

  /** Well below what a broker takes in one message. */
  private static final int MAX_EVENT_BYTES = 500_000;

  private final AggregateType<S, E> type;
  private final EventCodec codec;
  private final EventRoutes routes;
  private final MongoCommits commits;
  private final GroupCommit writer;
  private final MongoSnapshots snapshots;
  private final Clock clock;

  /** An event that waits to be committed, and why it came to be. */
  record Draft<E>(E event, Origin origin) {}

  public StreamStore(
      AggregateType<S, E> type,
      EventCodec codec,
      EventRoutes routes,
      MongoCommits commits,
      GroupCommit writer,
      MongoSnapshots snapshots,
      Clock clock) {
    this.type = type;
    this.codec = codec;
    this.routes = routes;
    this.commits = commits;
    this.writer = writer;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** The stream before its first event. */
  Versioned<S> none(StreamId stream) {
    return new Versioned<>(type.initial().apply(stream.id()), 0, 0);
  }

  Versioned<S> load(StreamId stream) {
    Versioned<S> start = none(stream);
    SnapshotFormat<S> format = type.snapshots();
    if (format != null) {
      start =
          snapshots
              .find(stream)
              .filter(snapshot -> snapshot.shape().equals(format.shape()))
              .map(s -> new Versioned<>(format.read(s.json()), s.version(), s.commit()))
              .orElse(start);
    }
    return catchUp(stream, start);
  }

  /** The state with all events after {@code known} applied. */
  Versioned<S> catchUp(StreamId stream, Versioned<S> known) {
    Versioned<S> state = known;
    for (Commit commit : commits.after(stream, known.version())) {
      S next = state.state();
      for (RecordedEvent recorded : commit.events()) {
        next = type.evolve().apply(next, read(recorded));
      }
      state = new Versioned<>(next, commit.lastVersion(), commit.version());
    }
    return state;
  }

  /** Commits the drafts after {@code known}; false when the stream has moved on. */
  boolean commit(StreamId stream, Versioned<S> known, List<Draft<E>> drafts) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<RecordedEvent> events = new ArrayList<>(drafts.size());
    boolean published = false;
    for (Draft<E> draft : drafts) {
      String eventType = EventCodec.type(draft.event().getClass());
      published |= routes.topic(eventType).isPresent();
      long version = known.version() + 1 + events.size();
      events.add(
          new RecordedEvent(stream, version, eventType, write(draft.event()), now, draft.origin()));
    }
    String token = UUID.randomUUID().toString();
    long version = known.version() + 1;
    try {
      return writer
          .append(new Commit(stream, version, known.commit(), token, events, published))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Keeps the state when the stream has grown enough since the last time. */
  void snapshot(StreamId stream, Versioned<S> before, Versioned<S> after) {
    SnapshotFormat<S> format = type.snapshots();
    if (format != null && before.version() / format.every() < after.version() / format.every()) {
      snapshots.save(
          stream,
          new MongoSnapshots.Snapshot(
              after.version(), after.commit(), format.shape(), format.write(after.state())));
    }
  }

  private String write(E event) {
    byte[] json = codec.write(event);
    if (json.length > MAX_EVENT_BYTES) {
      throw new IllegalArgumentException(
          "an event of "
              + json.length
              + " bytes; at most "
              + MAX_EVENT_BYTES
              + " can be published");
    }
    return new String(json, StandardCharsets.UTF_8);
  }

  private E read(RecordedEvent recorded) {
    Object event =
        codec
            .read(recorded.type(), recorded.json().getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new UnreadableEventException(recorded.type(), "unknown type", null));
    return type.events().cast(event);
  }
}
