package kontor.eventstore;

import java.time.Instant;

/**
 * An event as stored: its place, its name on the wire and its JSON.
 *
 * @param version its position in the stream, from 1
 * @param json the payload
 */
public record RecordedEvent(
    StreamId stream, long version, String type, String json, Instant time, Origin origin) {

  /** Unique and the same at every publication: {@code order/0190…@3}. */
  public String id() {
    return stream.value() + "@" + version;
  }
}
