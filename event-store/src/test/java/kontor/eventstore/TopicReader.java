package kontor.eventstore;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.kafka.TopicTail;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what services publish in a test, from the topic's beginning. */
public final class TopicReader implements AutoCloseable {

  private final CloudEventRecords records = new CloudEventRecords(EventCodec.ofTopics());
  private final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
  private final TopicTail tail;

  public TopicReader(String bootstrapServers, Topic topic) {
    tail =
        new TopicTail(
                "test-" + topic.name(),
                KafkaSettings.tail(bootstrapServers, "test-" + topic.name()),
                List.of(topic),
                Map.of(),
                polled -> polled.forEach(this::read))
            .start();
  }

  private void read(ConsumerRecord<byte[], byte[]> polled) {
    try {
      received.add(records.read(polled));
    } catch (UnreadableEventException poison) {
      // a test sent it
    }
  }

  /** What came so far of the aggregate with this id, in the order of the topic. */
  public List<ReceivedEvent> of(String id) {
    return received.stream().filter(event -> event.stream().id().equals(id)).toList();
  }

  /** The events of a kind that came so far of the aggregate with this id. */
  public <E> List<E> of(String id, Class<E> kind) {
    return of(id).stream()
        .map(ReceivedEvent::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Override
  public void close() {
    tail.close();
  }
}
