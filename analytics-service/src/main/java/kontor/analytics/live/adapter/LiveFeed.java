package kontor.analytics.live.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kontor.analytics.live.Narrator;
import kontor.analytics.platform.AnalyticsSettings;
import kontor.analytics.platform.Broker;
import kontor.analytics.platform.Follower;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.kafka.TopicTail;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows all topics from shortly before their end and tells those who watch. */
@Startup
@Singleton
public final class LiveFeed implements Follower {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final String PLACED = EventCodec.type(OrderPlaced.class);

  private final CloudEventRecords records;
  private final DeadLetters letters;
  private final Narrator narrator;
  private final LiveRing ring;
  private final Set<Consumer<LiveLine>> watchers = new HashSet<>();
  private final TopicTail tail;

  LiveFeed(
      AnalyticsSettings settings,
      Broker broker,
      CloudEventRecords records,
      DeadLetters letters,
      MeterRegistry metrics) {
    this.records = records;
    this.letters = letters;
    narrator = new Narrator(settings.shop().country());
    ring = new LiveRing(settings.live().remembered());
    metrics.gauge("kontor.analytics.live.readers", this, LiveFeed::watching);
    tail =
        new TopicTail(
            "live",
            broker.tail("live"),
            Topics.all(),
            TopicEnds.less(settings.live().remembered(), broker.tail("live-ends")),
            this::read);
    tail.start();
  }

  /**
   * Tells the watcher what happened last and then, from the feed's own thread, what happens. It
   * must not wait for anything.
   */
  synchronized void watch(Consumer<LiveLine> watcher) {
    ring.all().forEach(one -> watcher.accept(line(one)));
    watchers.add(watcher);
  }

  synchronized void leave(Consumer<LiveLine> watcher) {
    watchers.remove(watcher);
  }

  private synchronized int watching() {
    return watchers.size();
  }

  private synchronized void read(List<ConsumerRecord<byte[], byte[]>> polled) {
    if (tail.caughtUp()) {
      polled.stream().filter(LiveFeed::isOursAlone).forEach(this::keepAsideIfUnreadable);
    }
    List<Happening> newer = ring.add(polled.stream().map(Happening::of).toList());
    newer.stream().filter(one -> one.type().equals(PLACED)).forEach(this::learn);
    if (!watchers.isEmpty()) {
      List<LiveLine> lines = newer.stream().map(this::line).toList();
      watchers.forEach(watcher -> lines.forEach(watcher));
    }
  }

  /** Every other topic has a reader that keeps aside what it cannot read. */
  private static boolean isOursAlone(ConsumerRecord<byte[], byte[]> polled) {
    return Broker.READ_HERE_ALONE.stream().anyMatch(t -> t.name().equals(polled.topic()));
  }

  /** Not for what is read again after a start: it was kept aside when it came. */
  private void keepAsideIfUnreadable(ConsumerRecord<byte[], byte[]> polled) {
    try {
      ReceivedEvent received = records.read(polled);
      if (received.event() == null) {
        keepAside(polled, "unknown event type " + received.type());
      }
    } catch (UnreadableEventException e) {
      keepAside(polled, String.valueOf(e.getMessage()));
    }
  }

  private void keepAside(ConsumerRecord<byte[], byte[]> polled, String reason) {
    letters.put(polled, DeadLetters.Kind.UNREADABLE, reason);
    LOG.warn(
        "kept aside {}-{}@{}: {}", polled.topic(), polled.partition(), polled.offset(), reason);
  }

  private LiveLine line(Happening one) {
    return LiveLine.of(one, records, narrator);
  }

  private void learn(Happening placed) {
    try {
      if (records.read(placed.polled()).event() instanceof OrderPlaced order) {
        narrator.learn(order);
      }
    } catch (UnreadableEventException e) {
      LOG.debug("an order without a number: {}", placed.id(), e);
    }
  }

  @Override
  public String name() {
    return "live";
  }

  @Override
  public boolean caughtUp() {
    return tail.caughtUp();
  }

  @PreDestroy
  void close() {
    tail.close();
  }
}
