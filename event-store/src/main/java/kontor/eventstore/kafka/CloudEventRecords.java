package kontor.eventstore.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.Origin;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records: CloudEvents 1.0, binary mode. Attributes are headers ({@code ce_id},
 * {@code ce_type}, {@code ce_subject} = stream, {@code ce_sequence} = version …), the value is the
 * event's JSON, the key is the aggregate's id.
 */
public final class CloudEventRecords {

  private static final String SEQUENCE = "sequence";
  private static final String ACTOR = "actor";
  private static final String CORRELATION = "correlation";
  private static final String CAUSE = "cause";
  private static final String TRACEPARENT = "traceparent";

  private final EventCodec codec;

  public CloudEventRecords(EventCodec codec) {
    this.codec = codec;
  }

  /** The record to send to {@code topic}. */
  public static ProducerRecord<byte[], byte[]> write(
      RecordedEvent event, String topic, URI source) {
    Origin origin = event.origin();
    CloudEventBuilder builder =
        CloudEventBuilder.v1()
            .withId(event.id())
            .withType(event.type())
            .withSource(source)
            .withSubject(event.stream().value())
            .withTime(OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC))
            .withExtension(SEQUENCE, Long.toString(event.version()))
            .withExtension(ACTOR, origin.actor())
            .withExtension(CORRELATION, origin.correlation())
            .withData("application/json", event.json().getBytes(StandardCharsets.UTF_8));
    if (origin.cause() != null) {
      builder.withExtension(CAUSE, origin.cause());
    }
    if (origin.traceparent() != null) {
      builder.withExtension(TRACEPARENT, origin.traceparent());
    }
    byte[] key = event.stream().id().getBytes(StandardCharsets.UTF_8);
    return KafkaMessageFactory.<byte[]>createWriter(topic, null, null, key)
        .writeBinary(builder.build());
  }

  /**
   * Reads a record. The event itself is absent when its type is unknown here.
   *
   * @throws UnreadableEventException when headers or payload are not those of an event
   */
  public ReceivedEvent read(ConsumerRecord<byte[], byte[]> consumed) {
    CloudEvent envelope = envelope(consumed);
    String subject = envelope.getSubject();
    Object sequence = envelope.getExtension(SEQUENCE);
    if (subject == null || sequence == null) {
      throw new UnreadableEventException(envelope.getType(), "no subject or no sequence", null);
    }
    if (envelope.getData() == null) {
      throw new UnreadableEventException(envelope.getType(), "no payload", null);
    }
    Object event = codec.read(envelope.getType(), envelope.getData().toBytes()).orElse(null);
    OffsetDateTime time = envelope.getTime();
    return new ReceivedEvent(
        consumed.topic(),
        stream(envelope.getType(), subject),
        version(envelope.getType(), sequence),
        envelope.getId(),
        envelope.getType(),
        event,
        time == null ? Instant.ofEpochMilli(consumed.timestamp()) : time.toInstant(),
        origin(envelope));
  }

  /** The stream that a record says it belongs to, even if nothing else of it can be read. */
  static @Nullable String subject(ConsumerRecord<byte[], byte[]> consumed) {
    var header = consumed.headers().lastHeader("ce_subject");
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static CloudEvent envelope(ConsumerRecord<byte[], byte[]> consumed) {
    if (consumed.value() == null) {
      throw new UnreadableEventException("event", "the record has no value", null);
    }
    try {
      MessageReader reader = KafkaMessageFactory.createReader(consumed.headers(), consumed.value());
      return reader.toEvent();
    } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
      throw new UnreadableEventException("CloudEvent", String.valueOf(e.getMessage()), e);
    }
  }

  private static StreamId stream(String type, String subject) {
    try {
      return StreamId.parse(subject);
    } catch (IllegalArgumentException e) {
      throw new UnreadableEventException(type, String.valueOf(e.getMessage()), e);
    }
  }

  private static long version(String type, Object sequence) {
    try {
      return Long.parseLong(sequence.toString());
    } catch (NumberFormatException e) {
      throw new UnreadableEventException(type, "not a sequence: " + sequence, e);
    }
  }

  private static Origin origin(CloudEvent envelope) {
    String actor = text(envelope, ACTOR);
    String correlation = text(envelope, CORRELATION);
    return new Origin(
        actor == null ? "unknown" : actor,
        correlation == null ? envelope.getId() : correlation,
        text(envelope, CAUSE),
        text(envelope, TRACEPARENT));
  }

  private static @Nullable String text(CloudEvent envelope, String extension) {
    Object value = envelope.getExtension(extension);
    return value == null ? null : value.toString();
  }
}
