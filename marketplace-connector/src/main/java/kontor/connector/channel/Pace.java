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

  /** Fuller sooner than another instance can take over: what was left is not worth noting. */
  private static final Duration QUICK = Duration.ofMinutes(1);

  /** A fiftieth: Amazon announces 0.0056 a second for one in three minutes. */
  private static final int MARGIN = 50;

  private static final Duration NOTE_EVERY = Duration.ofSeconds(1);

  private final Map<String, Limit> limits = new ConcurrentHashMap<>();
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();
  private final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();
  private final Levels levels;
  private final Clock clock;

  /**
   * @param each the time in which one more call comes back
   * @param burst calls that can be saved up
   */
  public record Limit(Duration each, int burst) {

    public Limit {
      if (each.isNegative() || each.isZero() || burst < 1) {
        throw new IllegalArgumentException("not a limit: " + each + ", burst " + burst);
      }
    }

    public static Limit perSecond(int calls, int burst) {
      return new Limit(Duration.ofSeconds(1).dividedBy(calls), burst);
    }

    public static Limit perDay(int calls, int burst) {
      return new Limit(Duration.ofDays(1).dividedBy(calls), burst);
    }

    private boolean quick() {
      return each.multipliedBy(burst).compareTo(QUICK) < 0;
    }
  }

  /** How many calls of an operation could be made now, and how soon there is one more. */
  public record Left(String operation, Duration each, int burst, long left) {}

  /**
   * How full a bucket was, kept where the next instance finds it; for buckets that, once another
   * instance has emptied them, stay empty for longer than it takes to take over.
   */
  public interface Levels {

    Levels NONE =
        new Levels() {
          @Override
          public Map<String, Level> all() {
            return Map.of();
          }

          @Override
          public void save(String operation, Level level) {}
        };

    Map<String, Level> all();

    void save(String operation, Level level);

    /** Calls that were left at a moment. */
    record Level(long left, Instant at) {}
  }

  /**
   * @param limits by operation; an operation without one is not limited
   */
  public Pace(Map<String, Limit> limits, Levels levels, Clock clock) {
    this.limits.putAll(limits);
    this.levels = levels;
    this.clock = clock;
  }

  public static Pace unlimited() {
    return new Pace(Map.of(), Levels.NONE, Clock.systemUTC());
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
    Limit limit = limits.get(operation);
    if (limit == null) {
      return;
    }
    ConsumptionProbe probe = bucket(operation, limit).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw paced(operation, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    note(operation, limit, new Levels.Level(probe.getRemainingTokens(), now));
  }

  /**
   * The marketplace says how often it lets us call.
   *
   * @param each the time in which one more call comes back
   */
  public void learn(String operation, Duration each) {
    Limit known = limits.get(operation);
    if (known != null && !each.isNegative() && !each.isZero()) {
      learn(operation, new Limit(each, known.burst()));
    }
  }

  /** The marketplace says how often it lets us call, and how much of it can be saved up. */
  public void learn(String operation, Limit now) {
    Limit known = limits.get(operation);
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
    Limit limit = limits.get(operation);
    boolean open = closed == null || !clock.instant().isBefore(closed);
    return open && (limit == null || bucket(operation, limit).getAvailableTokens() > 0);
  }

  /** The limit as it is known now; empty for an operation without one. */
  public Optional<Left> left(String operation) {
    return Optional.ofNullable(limits.get(operation))
        .map(
            limit ->
                new Left(
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
  public List<Left> left() {
    return new TreeSet<>(limits.keySet())
        .stream().map(this::left).flatMap(Optional::stream).toList();
  }

  private Bucket bucket(String operation, Limit limit) {
    return buckets.computeIfAbsent(
        operation,
        name ->
            Bucket.builder()
                .addLimit(bandwidth(limit, start(name, limit)))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build());
  }

  /** Each call of a slow operation is noted; of one that is called all the time, one a second. */
  private void note(String operation, Limit limit, Levels.Level level) {
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
  private long start(String operation, Limit limit) {
    if (limit.quick()) {
      return 1;
    }
    Levels.Level before = levels.all().get(operation);
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
  private static Bandwidth bandwidth(Limit limit, long start) {
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
