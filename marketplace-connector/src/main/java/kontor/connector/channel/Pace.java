package kontor.connector.channel;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kontor.connector.channel.ChannelException.Kind;

/**
 * An account's calls against the marketplace's limits: a token bucket per operation, so that we
 * stop before the marketplace makes us. Limits change when the marketplace announces others.
 */
public final class Pace {

  /** A fiftieth: Amazon announces 0.0056 a second for one in three minutes. */
  private static final int MARGIN = 50;

  private static final Duration NOTE_EVERY = Duration.ofSeconds(1);

  private final Map<String, CallLimit> limits = new ConcurrentHashMap<>();
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();
  private final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();
  private final CallLevels levels;
  private final Clock clock;

  /**
   * @param limits by operation; an operation without one is not limited
   */
  public Pace(Map<String, CallLimit> limits, CallLevels levels, Clock clock) {
    this.limits.putAll(limits);
    this.levels = levels;
    this.clock = clock;
  }

  public static Pace unlimited() {
    return new Pace(Map.of(), CallLevels.NONE, Clock.systemUTC());
  }

  /**
   * Takes the right to one call.
   *
   * @throws ChannelException of kind {@code PACED}, with the time until there is one
   */
  public void take(String operation) {
    Instant now = clock.instant();
    Instant closed = closedUntil.get(operation);
    if (closed != null && now.isBefore(closed)) {
      throw paced(operation, Duration.between(now, closed));
    }
    CallLimit limit = limits.get(operation);
    if (limit == null) {
      return;
    }
    ConsumptionProbe probe = bucket(operation, limit).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw paced(operation, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    note(operation, limit, new CallLevels.Level(probe.getRemainingTokens(), now));
  }

  /**
   * The marketplace says how often it lets us call.
   *
   * @param each the time in which one more call comes back
   */
  public void learn(String operation, Duration each) {
    CallLimit known = limits.get(operation);
    if (known != null && !each.isNegative() && !each.isZero()) {
      learn(operation, new CallLimit(each, known.burst()));
    }
  }

  /** The marketplace says how often it lets us call, and how much of it can be saved up. */
  public void learn(String operation, CallLimit now) {
    CallLimit known = limits.get(operation);
    if (known == null || known.equals(now)) {
      return;
    }
    limits.put(operation, now);
    bucket(operation, now)
        .replaceConfiguration(
            BucketConfiguration.builder().addLimit(bandwidth(now, now.burst())).build(),
            TokensInheritanceStrategy.AS_IS);
  }

  /** Whether a call could be made now. */
  public boolean has(String operation) {
    Instant closed = closedUntil.get(operation);
    CallLimit limit = limits.get(operation);
    boolean open = closed == null || !clock.instant().isBefore(closed);
    return open && (limit == null || bucket(operation, limit).getAvailableTokens() > 0);
  }

  /** The limit as it is known now; empty for an operation without one. */
  public Optional<CallsLeft> left(String operation) {
    return Optional.ofNullable(limits.get(operation))
        .map(
            limit ->
                new CallsLeft(
                    operation,
                    limit.each(),
                    limit.burst(),
                    bucket(operation, limit).getAvailableTokens()));
  }

  /** The marketplace wants to hear nothing of this kind for so long. */
  public void close(String operation, Duration pause) {
    closedUntil.put(operation, clock.instant().plus(pause));
  }

  /** By operation, as far as it is limited. */
  public List<CallsLeft> left() {
    return new TreeSet<>(limits.keySet())
        .stream().map(this::left).flatMap(Optional::stream).toList();
  }

  private Bucket bucket(String operation, CallLimit limit) {
    return buckets.computeIfAbsent(
        operation,
        name ->
            Bucket.builder()
                .addLimit(bandwidth(limit, start(name, limit)))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build());
  }

  /** Each call of a slow operation is noted; of one that is called all the time, one a second. */
  private void note(String operation, CallLimit limit, CallLevels.Level level) {
    if (limit.quick()) {
      return;
    }
    Instant last = noted.getOrDefault(operation, Instant.EPOCH);
    if (limit.each().compareTo(NOTE_EVERY) > 0 || last.plus(NOTE_EVERY).isBefore(level.at())) {
      levels.save(operation, level);
      noted.put(operation, level.at());
    }
  }

  /** A quick bucket starts with one call, since the instance before may have emptied it. */
  private long start(String operation, CallLimit limit) {
    if (limit.quick()) {
      return 1;
    }
    CallLevels.Level before = levels.all().get(operation);
    if (before == null) {
      return limit.burst();
    }
    Duration since = Duration.between(before.at(), clock.instant());
    return Math.min(limit.burst(), before.left() + Math.max(0, since.dividedBy(limit.each())));
  }

  /**
   * A little less than is allowed: announced rates are rounded, and a call that was quicker on its
   * way than the one before arrives too early.
   */
  private static Bandwidth bandwidth(CallLimit limit, long start) {
    int burst = Math.max(1, limit.burst() - 1);
    return Bandwidth.builder()
        .capacity(burst)
        .refillGreedy(1, limit.each().plus(limit.each().dividedBy(MARGIN)))
        .initialTokens(Math.min(burst, start))
        .build();
  }

  private static ChannelException paced(String operation, Duration wait) {
    return new ChannelException(
        Kind.PACED, operation + " is within its limit again later", wait, null);
  }

  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
