package kontor.analytics.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kontor.analytics.platform.AnalyticsSettings;
import kontor.analytics.platform.Broker;
import kontor.audit.Invariant;
import kontor.audit.Verdict;
import kontor.audit.Violation;
import kontor.audit.Watch;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.Topics;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.kafka.TopicTail;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the books of orders and stock from their beginning, follows them, and judges every few
 * seconds what is at rest. The service is ready without it.
 */
@Startup
@Singleton
public final class AuditFeed {

  private static final Logger LOG = LoggerFactory.getLogger(AuditFeed.class);
  private static final int LOGGED = 10;
  private static final List<Topic> BOOKS =
      List.of(
          Topics.PRODUCTS,
          Topics.ORDERS,
          Topics.MARKETPLACE_ORDERS,
          Topics.GIFT_CARDS,
          Topics.PROMOTION_USES,
          Topics.RESERVATIONS,
          Topics.STOCK_LEDGER,
          Topics.STOCK);

  private final CloudEventRecords records;
  private final Clock clock;
  private final Watch watch;
  private final TopicTail tail;
  private final ScheduledExecutorService court = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> judging;
  private final Instant started;
  private volatile Verdict verdict = Verdict.NONE;

  AuditFeed(
      AnalyticsSettings settings,
      Broker broker,
      CloudEventRecords records,
      Clock clock,
      MeterRegistry metrics) {
    this.records = records;
    this.clock = clock;
    started = clock.instant();
    watch = new Watch(settings.audit().rest(), settings.audit().window());
    tail = new TopicTail("audit", broker.tail("audit"), BOOKS, Map.of(), this::read).start();
    long every = settings.audit().every().toMillis();
    judging = court.scheduleWithFixedDelay(this::judge, every, every, TimeUnit.MILLISECONDS);
    measure(metrics);
  }

  private void measure(MeterRegistry metrics) {
    for (Invariant invariant : Invariant.values()) {
      metrics.gauge(
          "kontor.audit.violations",
          Tags.of("invariant", invariant.label()),
          this,
          feed -> feed.count(invariant));
    }
    metrics.gauge("kontor.audit.orders", this, feed -> feed.verdict.orders());
    metrics.gauge("kontor.audit.skus", this, feed -> feed.verdict.skus());
    metrics.gauge("kontor.audit.waiting", this, feed -> feed.verdict.waiting());
    metrics.gauge("kontor.audit.age.seconds", this, feed -> feed.age().toSeconds());
  }

  private long count(Invariant invariant) {
    return verdict.violations().stream().filter(v -> v.invariant() == invariant).count();
  }

  /** What was found last. */
  Verdict verdict() {
    return verdict;
  }

  /** How long ago it last judged; since the start while it has not yet. */
  Duration age() {
    Instant last = verdict.judgedAt();
    return Duration.between(last == null ? started : last, clock.instant());
  }

  private void read(List<ConsumerRecord<byte[], byte[]>> polled) {
    Instant now = clock.instant();
    synchronized (watch) {
      polled.forEach(record -> read(record, now));
    }
  }

  /** What cannot be read is kept aside by those whose work it is. */
  private void read(ConsumerRecord<byte[], byte[]> polled, Instant now) {
    try {
      ReceivedEvent received = records.read(polled);
      if (received.event() != null) {
        watch.take(
            received.topic(), received.stream().value(), received.version(), received.event(), now);
      }
    } catch (UnreadableEventException e) {
      LOG.debug("not for the audit: {}-{}", polled.topic(), polled.offset(), e);
    }
  }

  private void judge() {
    if (!tail.caughtUp()) {
      return;
    }
    try {
      Verdict before = verdict;
      synchronized (watch) {
        verdict = watch.judge(clock.instant());
      }
      tell(before.violations(), verdict.violations());
    } catch (RuntimeException e) {
      LOG.error("the audit failed and is tried again", e);
    }
  }

  private static void tell(List<Violation> before, List<Violation> now) {
    now.stream()
        .filter(violation -> !before.contains(violation))
        .limit(LOGGED)
        .forEach(v -> LOG.warn("{} does not hold: {}", v.invariant().sentence(), v.reason()));
    if (now.isEmpty() && !before.isEmpty()) {
      LOG.info("all invariants hold again");
    }
  }

  @PreDestroy
  void close() {
    judging.cancel(true);
    court.shutdownNow();
    tail.close();
  }
}
