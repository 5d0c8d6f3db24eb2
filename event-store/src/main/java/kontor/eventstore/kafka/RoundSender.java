package kontor.eventstore.kafka;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kontor.contracts.topic.Topic;
import kontor.eventstore.Commit;
import kontor.eventstore.EventRoutes;
import kontor.eventstore.RecordedEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a round of commits and returns when the broker has acknowledged all of them. After a
 * failure the producer is thrown away with all it still held, so that nothing later can arrive
 * before what failed; the caller sends the round again.
 */
public final class RoundSender implements AutoCloseable {

  private final Map<String, Object> producerSettings;
  private final EventRoutes routes;
  private final URI source;
  private @Nullable Producer<byte[], byte[]> producer;

  public RoundSender(Map<String, Object> producerSettings, EventRoutes routes, URI source) {
    this.producerSettings = producerSettings;
    this.routes = routes;
    this.source = source;
  }

  /** Whether any event of the commit goes to a topic that keeps only the newest per key. */
  boolean isCompacted(Commit commit) {
    return commit.events().stream()
        .anyMatch(event -> routes.topic(event.type()).map(Topic::compacted).orElse(false));
  }

  /**
   * Returns how many events were sent.
   *
   * @throws KafkaException when some may not have arrived
   */
  int send(List<Commit> round) throws InterruptedException {
    List<Future<RecordMetadata>> answers = new ArrayList<>();
    try {
      Producer<byte[], byte[]> open = open();
      for (Commit commit : round) {
        for (RecordedEvent event : commit.events()) {
          Optional<Topic> topic = routes.topic(event.type());
          if (topic.isPresent()) {
            answers.add(open.send(CloudEventRecords.write(event, topic.get().name(), source)));
          }
        }
      }
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
      return answers.size();
    } catch (ExecutionException | KafkaException e) {
      abandon();
      if (e instanceof InterruptException) {
        throw new InterruptedException("interrupted while sending");
      }
      throw e instanceof KafkaException ours ? ours : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      abandon();
      throw e;
    }
  }

  private Producer<byte[], byte[]> open() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      open = new KafkaProducer<>(producerSettings);
      producer = open;
    }
    return open;
  }

  private void abandon() {
    Producer<byte[], byte[]> failed = producer;
    producer = null;
    if (failed != null) {
      failed.close(Duration.ZERO);
    }
  }

  @Override
  public void close() {
    abandon();
  }
}
