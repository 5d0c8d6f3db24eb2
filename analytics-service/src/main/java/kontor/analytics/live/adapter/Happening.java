package kontor.analytics.live.adapter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record as it came. Its content is read only when somebody watches, since most of the time
 * nobody does.
 *
 * @param id of the event, the same however often it is published
 */
record Happening(String id, Instant time, String type, ConsumerRecord<byte[], byte[]> polled) {

  static Happening of(ConsumerRecord<byte[], byte[]> polled) {
    String place = polled.topic() + "-" + polled.partition() + "@" + polled.offset();
    return new Happening(
        header(polled, "ce_id", place), time(polled), header(polled, "ce_type", ""), polled);
  }

  private static Instant time(ConsumerRecord<byte[], byte[]> polled) {
    try {
      return Instant.parse(header(polled, "ce_time", ""));
    } catch (DateTimeParseException e) {
      return Instant.ofEpochMilli(polled.timestamp());
    }
  }

  private static String header(
      ConsumerRecord<byte[], byte[]> polled, String name, String otherwise) {
    Header header = polled.headers().lastHeader(name);
    return header == null || header.value() == null
        ? otherwise
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
