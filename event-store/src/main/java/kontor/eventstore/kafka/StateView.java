package kontor.eventstore.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.UnreadableEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What another service last said of each of its aggregates, in memory: one instance's own copy of a
 * compacted topic. An event not newer than the one held is a repetition and changes nothing.
 *
 * @param <E> the events of the topic; each carries the whole state of its aggregate
 */
public final class StateView<E> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StateView.class);

  private final CloudEventRecords records;
  private final Class<E> events;
  private final DeadLetters deadLetters;
  private final Map<String, Held<E>> held = new ConcurrentHashMap<>();
  private final List<Consumer<E>> listeners = new CopyOnWriteArrayList<>();
  private final TopicTail tail;

  private record Held<E>(long version, E event) {}

  public StateView(
      Topic topic,
      Class<E> events,
      CloudEventRecords records,
      Map<String, Object> consumerSettings,
      DeadLetters deadLetters) {
    this.records = records;
    this.events = events;
    this.deadLetters = deadLetters;
    tail =
        new TopicTail(topic.name(), consumerSettings, List.of(topic), Map.of(), this::read).start();
  }

  /** The newest event of the aggregate with this id. */
  public Optional<E> find(String id) {
    return Optional.ofNullable(held.get(id)).map(Held::event);
  }

  public Collection<E> all() {
    return held.values().stream().map(Held::event).toList();
  }

  public boolean caughtUp() {
    return tail.caughtUp();
  }

  /** Is called with each newer event, from the view's own thread, after the view shows it. */
  public void onChange(Consumer<E> listener) {
    listeners.add(listener);
  }

  private void read(List<ConsumerRecord<byte[], byte[]>> polled) {
    polled.forEach(this::one);
  }

  private void one(ConsumerRecord<byte[], byte[]> polled) {
    try {
      ReceivedEvent received = records.read(polled);
      if (!events.isInstance(received.event())) {
        throw new UnreadableEventException(received.type(), "not an event of this topic", null);
      }
      take(received, events.cast(received.event()));
    } catch (UnreadableEventException e) {
      LOG.warn(
          "passed over {}-{}@{}: {}",
          polled.topic(),
          polled.partition(),
          polled.offset(),
          e.getMessage());
      deadLetters.put(polled, DeadLetters.Kind.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private void take(ReceivedEvent received, E event) {
    Held<E> before = held.get(received.stream().id());
    if (before == null || before.version() < received.version()) {
      held.put(received.stream().id(), new Held<>(received.version(), event));
      listeners.forEach(listener -> listener.accept(event));
    }
  }

  @Override
  public void close() {
    tail.close();
  }
}
