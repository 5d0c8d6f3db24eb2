package kontor.local.deadletter;

import java.nio.charset.StandardCharsets;
import kontor.eventstore.kafka.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a dead letter's record says of itself. */
final class LetterHeaders {

  static final String SUFFIX = ".dlq";

  private LetterHeaders() {}

  /** The record that was put aside, and by whom. */
  static String origin(ConsumerRecord<byte[], byte[]> letter) {
    return letter.topic()
        + "/"
        + text(letter, DeadLetters.PARTITION)
        + "@"
        + text(letter, DeadLetters.OFFSET);
  }

  static String id(ConsumerRecord<byte[], byte[]> polled) {
    return polled.topic() + "@" + polled.offset();
  }

  static String group(ConsumerRecord<byte[], byte[]> letter) {
    return groupOf(letter.topic());
  }

  static String groupOf(String topic) {
    String name = topic.substring(0, topic.length() - SUFFIX.length());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static String text(ConsumerRecord<byte[], byte[]> polled, String header) {
    Header found = polled.headers().lastHeader(header);
    return found == null || found.value() == null
        ? ""
        : new String(found.value(), StandardCharsets.UTF_8);
  }
}
