package kontor.analytics.live.adapter;

import java.time.Instant;
import kontor.analytics.live.Narrator;
import kontor.analytics.live.Sentence;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.ReceivedEvent;

/**
 * One thing that happened, in plain words.
 *
 * @param stream what it happened to: {@code order/0190…}
 * @param kind {@code order.placed}; {@code unreadable} for a record that is no event
 */
record LiveLine(String id, Instant time, String topic, String stream, String kind, Sentence text) {

  static final String UNREADABLE = "unreadable";

  /** A line as it is sent, in one language. */
  record Told(String id, Instant time, String topic, String stream, String kind, String text) {}

  Told in(String language) {
    return new Told(id, time, topic, stream, kind, text.in(language));
  }

  static LiveLine of(Happening happening, CloudEventRecords records, Narrator narrator) {
    try {
      ReceivedEvent received = records.read(happening.polled());
      Object event = received.event();
      if (event != null) {
        return new LiveLine(
            happening.id(),
            happening.time(),
            received.topic(),
            received.stream().value(),
            kind(received.type()),
            narrator.tell(event));
      }
      return unreadable(happening);
    } catch (UnreadableEventException e) {
      return unreadable(happening);
    }
  }

  /** {@code kontor.order.placed.v1} → {@code order.placed}. */
  private static String kind(String type) {
    return type.replaceFirst("^kontor\\.", "").replaceFirst("\\.v\\d+$", "");
  }

  private static LiveLine unreadable(Happening happening) {
    var polled = happening.polled();
    String place = polled.topic() + "-" + polled.partition() + "@" + polled.offset();
    return new LiveLine(
        happening.id(),
        happening.time(),
        polled.topic(),
        place,
        UNREADABLE,
        new Sentence(
            "A record that is no event: " + place,
            "Ein Datensatz, der kein Ereignis ist: " + place));
  }
}
