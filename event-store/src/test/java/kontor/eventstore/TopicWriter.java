package kontor.eventstore;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.TopicCreator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Plays the other services in a test: publishes events of theirs, in stream order. */
public final class TopicWriter implements AutoCloseable {

  private final EventCodec codec = EventCodec.ofTopics();
  private final EventRoutes routes = new EventRoutes(Topics.all());
  private final Map<StreamId, Long> versions = new ConcurrentHashMap<>();
  private final KafkaProducer<byte[], byte[]> producer;

  public TopicWriter(String bootstrapServers) {
    new TopicCreator(bootstrapServers).create(Topics.all());
    producer = new KafkaProducer<>(KafkaSettings.producer(bootstrapServers, "topic-writer"));
  }

  /** Publishes the stream's next event. Returns when the broker has it. */
  public RecordedEvent publish(String category, String id, Object event) {
    StreamId stream = new StreamId(category, id);
    RecordedEvent recorded = recorded(stream, versions.merge(stream, 1L, Long::sum), event);
    publish(recorded);
    return recorded;
  }

  /** Publishes it again, as a crash of the publisher would. */
  public void publish(RecordedEvent recorded) {
    String topic = routes.topic(recorded.type()).orElseThrow().name();
    send(CloudEventRecords.write(recorded, topic, URI.create("/kontor/test")));
  }

  /** Sends any bytes. */
  public void send(ProducerRecord<byte[], byte[]> anything) {
    try {
      producer.send(anything).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private RecordedEvent recorded(StreamId stream, long version, Object event) {
    return new RecordedEvent(
        stream,
        version,
        EventCodec.type(event.getClass()),
        new String(codec.write(event), StandardCharsets.UTF_8),
        Instant.now(),
        Origin.of("test", "test"));
  }

  @Override
  public void close() {
    producer.close();
  }
}
