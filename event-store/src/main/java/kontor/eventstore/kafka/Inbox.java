package kontor.eventstore.kafka;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.TryLaterException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes whole polls of one consumer group. Records of one key are handled in order, different keys
 * at the same time. A record that fails is tried again alone; one that cannot work goes to the dead
 * letters and its stream is parked, while everything else flows on. When store, broker or who else
 * is needed are away, {@link #process} throws and the poll is to be delivered again.
 */
public final class Inbox {

  /**
   * A header on a dead letter that is sent again: the group that may take it past its parked
   * stream.
   */
  public static final String REPLAYED_FOR = "kontor_replayed_for";

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final String group;
  private final CloudEventRecords records;
  private final EventHandler handler;
  private final DeadLetters deadLetters;
  private final ParkedStreams parked;
  private final ExecutorService workers;
  private final MeterRegistry metrics;
  private final Timer delay;

  public Inbox(
      String group,
      CloudEventRecords records,
      EventHandler handler,
      DeadLetters deadLetters,
      ParkedStreams parked,
      ExecutorService workers,
      MeterRegistry metrics) {
    this.group = group;
    this.records = records;
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.parked = parked;
    this.workers = workers;
    this.metrics = metrics;
    delay =
        Timer.builder("kontor.event.delay")
            .description("From the commit of an event to its handler")
            .tag("group", group)
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(5))
            .register(metrics);
  }

  /** Returns when each record is handled or among the dead letters. */
  public void process(List<ConsumerRecord<byte[], byte[]>> poll) {
    Map<Object, List<ConsumerRecord<byte[], byte[]>>> lanes = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> polled : poll) {
      lanes.computeIfAbsent(lane(polled), key -> new ArrayList<>()).add(polled);
    }
    List<Future<?>> running = new ArrayList<>(lanes.size());
    lanes.values().forEach(lane -> running.add(workers.submit(() -> lane.forEach(this::one))));
    RuntimeException failure = null;
    for (Future<?> lane : running) {
      try {
        lane.get();
      } catch (ExecutionException e) {
        LOG.warn("{} could not finish a poll, it will come again", group, e.getCause());
        failure = new IllegalStateException("the poll must be delivered again", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted; the poll must be delivered again", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static Object lane(ConsumerRecord<byte[], byte[]> polled) {
    return polled.key() == null ? new Object() : ByteBuffer.wrap(polled.key());
  }

  private void one(ConsumerRecord<byte[], byte[]> polled) {
    String subject = CloudEventRecords.subject(polled);
    if (subject != null && parked.contains(subject) && !replayed(polled)) {
      bury(polled, DeadLetters.Kind.PARKED, "an earlier event of " + subject + " is kept aside");
      return;
    }
    ReceivedEvent received;
    try {
      received = records.read(polled);
    } catch (UnreadableEventException e) {
      bury(polled, DeadLetters.Kind.UNREADABLE, String.valueOf(e.getMessage()));
      return;
    }
    if (received.event() == null) {
      bury(polled, DeadLetters.Kind.UNREADABLE, "unknown event type " + received.type());
      return;
    }
    delay.record(
        Math.max(0, metrics.config().clock().wallTime() - received.time().toEpochMilli()),
        TimeUnit.MILLISECONDS);
    handle(polled, received, received.event());
  }

  private boolean replayed(ConsumerRecord<byte[], byte[]> polled) {
    var header = polled.headers().lastHeader(REPLAYED_FOR);
    return header != null && group.equals(new String(header.value(), StandardCharsets.UTF_8));
  }

  private void handle(ConsumerRecord<byte[], byte[]> polled, ReceivedEvent received, Object event) {
    for (int attempt = 1; ; attempt++) {
      try {
        handler.on(received, event);
        count("handled");
        LOG.debug("{} handled {}", group, received.id());
        return;
      } catch (MongoException | KafkaException | TryLaterException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        if (attempt >= ATTEMPTS) {
          LOG.error("{} cannot handle {}", group, received.id(), e);
          bury(polled, DeadLetters.Kind.FAILED, e.toString());
          return;
        }
        pause(attempt);
      }
    }
  }

  /**
   * The stream is parked first: a letter without a parked stream would let later events overtake.
   */
  private void bury(ConsumerRecord<byte[], byte[]> polled, DeadLetters.Kind kind, String reason) {
    String subject = CloudEventRecords.subject(polled);
    if (subject != null && kind != DeadLetters.Kind.PARKED) {
      parked.park(subject);
    }
    deadLetters.put(polled, kind, reason);
    count("dead-letter");
    LOG.warn(
        "{} kept aside {}-{}@{} ({}): {}",
        group,
        polled.topic(),
        polled.partition(),
        polled.offset(),
        kind,
        reason);
  }

  private void count(String outcome) {
    metrics.counter("kontor.events.consumed", "group", group, "outcome", outcome).increment();
  }

  private static void pause(int attempt) {
    try {
      TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE.toMillis() << (attempt - 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
