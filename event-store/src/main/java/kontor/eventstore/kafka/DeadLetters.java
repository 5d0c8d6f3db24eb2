package kontor.eventstore.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;

/**
 * Where a consumer group puts records that it could not process: {@code <topic>.<group>.dlq}, as
 * they were, with the reason in further headers. Replaying one sends it to its topic again.
 */
public final class DeadLetters implements AutoCloseable {

  public static final String REASON = "kontor_reason";
  public static final String KIND = "kontor_kind";
  public static final String TOPIC = "kontor_topic";
  public static final String PARTITION = "kontor_partition";
  public static final String OFFSET = "kontor_offset";
  public static final String FAILED_AT = "kontor_failed_at";

  private static final int MAX_REASON = 1000;

  private final String group;
  private final Producer<byte[], byte[]> producer;
  private final Clock clock;

  /** Why a record lies here. */
  public enum Kind {
    /** It can never be read. */
    UNREADABLE,
    /** The handler failed on it again and again. */
    FAILED,
    /** An earlier event of its stream lies here, so it must wait. */
    PARKED
  }

  public DeadLetters(String group, Map<String, Object> producerSettings, Clock clock) {
    this.group = group;
    this.producer = new KafkaProducer<>(producerSettings);
    this.clock = clock;
  }

  /** Returns when the broker has the letter; throws {@link KafkaException} when it has not. */
  public void put(ConsumerRecord<byte[], byte[]> failed, Kind kind, String reason) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            failed.topic() + "." + group + ".dlq", null, failed.key(), failed.value());
    Headers headers = letter.headers();
    failed.headers().forEach(headers::add);
    add(headers, KIND, kind.name());
    add(headers, REASON, reason.substring(0, Math.min(MAX_REASON, reason.length())));
    add(headers, TOPIC, failed.topic());
    add(headers, PARTITION, Integer.toString(failed.partition()));
    add(headers, OFFSET, Long.toString(failed.offset()));
    add(headers, FAILED_AT, clock.instant().toString());
    try {
      producer.send(letter).get();
    } catch (ExecutionException e) {
      throw new KafkaException("the dead letter did not arrive", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private static void add(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close();
  }
}
