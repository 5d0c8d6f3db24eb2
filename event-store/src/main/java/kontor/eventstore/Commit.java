package kontor.eventstore;

import java.util.List;

/**
 * The events that were decided together: stored whole or not at all.
 *
 * @param version of its first event
 * @param previous version of the first event of the commit before, 0 for the first commit
 * @param token tells our commit from another one of the same version after a lost answer
 * @param pending some of its events are still to be published
 */
public record Commit(
    StreamId stream,
    long version,
    long previous,
    String token,
    List<RecordedEvent> events,
    boolean pending) {

  public Commit {
    events = List.copyOf(events);
    if (version < 1 || events.isEmpty()) {
      throw new IllegalArgumentException("not a commit: " + stream + "@" + version);
    }
  }

  public long lastVersion() {
    return version + events.size() - 1;
  }

  /** The key in the store. Zero-padded, so that ids sort as versions do. */
  public String id() {
    return id(stream, version);
  }

  public static String id(StreamId stream, long version) {
    return stream.value() + "@" + "%010d".formatted(version);
  }
}
