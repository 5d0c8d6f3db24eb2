package kontor.eventstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** What the store and its publisher tell an operator. */
public final class EventStoreMetrics {

  private final MeterRegistry registry;
  private final Counter commits;
  private final Counter conflicts;
  private final DistributionSummary batchSize;
  private final Counter published;
  private final Timer publishDelay;

  public EventStoreMetrics(MeterRegistry registry) {
    this.registry = registry;
    commits = Counter.builder("kontor.commits").description("Commits stored").register(registry);
    conflicts =
        Counter.builder("kontor.commit.conflicts")
            .description("Commits refused because the stream had moved on")
            .register(registry);
    batchSize =
        DistributionSummary.builder("kontor.commit.batch.size")
            .baseUnit("commits")
            .description("Commits written together")
            .register(registry);
    published =
        Counter.builder("kontor.events.published")
            .description("Events that the broker acknowledged")
            .register(registry);
    publishDelay =
        Timer.builder("kontor.publish.delay")
            .description("From the commit to the broker's acknowledgement")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(5))
            .register(registry);
  }

  public void committed(int stored, int refused) {
    commits.increment(stored);
    conflicts.increment(refused);
    batchSize.record(stored + refused);
  }

  public void published(int events, Duration delay) {
    published.increment(events);
    publishDelay.record(delay);
  }

  /** Shows how many commits wait for the broker, and the age of the oldest in seconds. */
  public void watchOutbox(Supplier<Number> pending, Supplier<Number> oldestAgeSeconds) {
    io.micrometer.core.instrument.Gauge.builder("kontor.outbox.pending", pending)
        .baseUnit("commits")
        .description("Commits stored and not yet published")
        .register(registry);
    io.micrometer.core.instrument.Gauge.builder("kontor.outbox.oldest.age", oldestAgeSeconds)
        .baseUnit("seconds")
        .description("Age of the oldest commit not yet published")
        .register(registry);
  }
}
