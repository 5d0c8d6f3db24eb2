package kontor.eventstore.kafka;

import java.time.Instant;
import kontor.eventstore.Origin;
import kontor.eventstore.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from a topic.
 *
 * @param version its position in its stream: one not above the last applied is a repetition
 * @param event absent when its type is unknown here
 */
public record ReceivedEvent(
    String topic,
    StreamId stream,
    long version,
    String id,
    String type,
    @Nullable Object event,
    Instant time,
    Origin origin) {

  /** What follows from this event has it as its cause and keeps its correlation. */
  public Origin causes(String actor) {
    return new Origin(actor, origin.correlation(), id, origin.traceparent());
  }
}
