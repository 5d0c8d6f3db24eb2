package kontor.platform.spring;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import kontor.contracts.topic.Topic;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.EventHandler;
import kontor.eventstore.kafka.Inbox;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.ParkedStreams;
import kontor.eventstore.kafka.StateView;
import kontor.eventstore.kafka.TopicCreator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Gives out the consuming ends of a service: bindings that do work once in effect, and views of
 * what other services said. The consumer group is the service's name.
 */
public final class Inboxes implements AutoCloseable {

  private static final int PLATFORM_THREADS = 32;

  private final String service;
  private final PlatformSettings settings;
  private final CloudEventRecords records;
  private final MeterRegistry registry;
  private final DeadLetters deadLetters;
  private final ParkedStreams parked;
  private final ExecutorService workers = workers();
  private final List<StateView<?>> views = new ArrayList<>();

  Inboxes(
      String service,
      PlatformSettings settings,
      CloudEventRecords records,
      MongoDatabase database,
      MeterRegistry registry,
      Clock clock) {
    this.service = service;
    this.settings = settings;
    this.records = records;
    this.registry = registry;
    new TopicCreator(settings.kafkaBootstrapServers()).createFor(service);
    deadLetters =
        new DeadLetters(
            service,
            KafkaSettings.producer(
                settings.kafkaBootstrapServers(), settings.instance() + "-dead-letters"),
            clock);
    parked = new ParkedStreams(database.getCollection("parked"), service, clock);
  }

  /** The function to bind to these topics; the binding's group must be the service's name. */
  public Consumer<Message<List<byte[]>>> binding(List<Topic> topics, EventHandler handler) {
    Inbox inbox = new Inbox(service, records, handler, deadLetters, parked, workers, registry);
    return poll -> inbox.process(raw(poll));
  }

  /** This instance's copy of what {@code topic} last said of each key. */
  public <E> StateView<E> view(Topic topic, Class<E> events) {
    StateView<E> view =
        new StateView<>(
            topic,
            events,
            records,
            KafkaSettings.tail(
                settings.kafkaBootstrapServers(), settings.instance() + "-" + topic.name()),
            deadLetters);
    views.add(view);
    return view;
  }

  /** Whether all views have read what was there when the service started. */
  boolean caughtUp() {
    return views.stream().allMatch(StateView::caughtUp);
  }

  @SuppressWarnings("unchecked") // wholePoll puts the polled records there
  private static List<ConsumerRecord<byte[], byte[]>> raw(Message<List<byte[]>> poll) {
    Object raw = poll.getHeaders().get(KafkaHeaders.RAW_DATA);
    if (raw == null) {
      throw new IllegalStateException("the binding does not use the converter 'wholePoll'");
    }
    return (List<ConsumerRecord<byte[], byte[]>>) raw;
  }

  /** Virtual threads where the runtime has them. */
  private static ExecutorService workers() {
    if (Runtime.version().feature() < 21) {
      return Executors.newFixedThreadPool(PLATFORM_THREADS);
    }
    SimpleAsyncTaskExecutor virtual = new SimpleAsyncTaskExecutor("inbox-");
    virtual.setVirtualThreads(true);
    return new ExecutorServiceAdapter(virtual);
  }

  @Override
  public void close() {
    views.forEach(StateView::close);
    if (!(workers instanceof ExecutorServiceAdapter)) {
      workers.shutdown();
    }
    deadLetters.close();
  }
}
