package kontor.sandbox.etsy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.TimeScale;

/**
 * How often the application may call: in each second, and in any 24 hours. A time scale multiplies
 * the numbers. Counts are kept in memory: a restart of the sandbox begins at nought.
 */
public final class Limits {

  private static final Duration DAY = Duration.ofDays(1);

  /** The numbers as in the world. */
  public record Numbers(int perSecond, int perDay) {

    /** What an application gets at first. */
    public static final Numbers DEFAULT = new Numbers(10, 10_000);
  }

  /**
   * The state after a call.
   *
   * @param words what is said if the call was one too many, else empty
   * @param pause until there is room again
   */
  record Left(Numbers limits, int second, int day, String words, Duration pause) {

    boolean refused() {
      return !words.isEmpty();
    }

    /** The answer with the headers that Etsy sends with each. */
    Response mark(Response response) {
      Response marked =
          response
              .with("x-limit-per-second", Integer.toString(limits.perSecond()))
              .with("x-remaining-this-second", Integer.toString(second))
              .with("x-limit-per-day", Integer.toString(limits.perDay()))
              .with("x-remaining-today", Integer.toString(day));
      return refused() && marked.headers().get("retry-after") == null
          ? marked.with("retry-after", Long.toString(Math.max(1, pause.toSeconds())))
          : marked;
    }
  }

  private final Clock clock;
  private final TimeScale scale;
  private final Deque<Instant> today = new ArrayDeque<>();
  private Numbers numbers = Numbers.DEFAULT;
  private long second;
  private int inSecond;

  Limits(Clock clock, TimeScale scale) {
    this.clock = clock;
    this.scale = scale;
  }

  /** The numbers in force. */
  public synchronized Numbers numbers() {
    return numbers;
  }

  /** Puts other numbers in force; calls made before count. */
  public synchronized void use(Numbers other) {
    numbers = other;
  }

  synchronized void reset() {
    numbers = Numbers.DEFAULT;
    today.clear();
    inSecond = 0;
  }

  /** Counts a call, unless it is refused. */
  synchronized Left take() {
    Instant now = clock.instant();
    while (!today.isEmpty() && !today.getFirst().plus(DAY).isAfter(now)) {
      today.removeFirst();
    }
    if (now.getEpochSecond() != second) {
      second = now.getEpochSecond();
      inSecond = 0;
    }
    Numbers scaled = scaled();
    if (today.size() >= scaled.perDay()) {
      Instant first = today.isEmpty() ? now : today.getFirst();
      Duration pause = Duration.between(now, first.plus(DAY));
      return new Left(
          scaled, scaled.perSecond() - inSecond, 0, "Exceeded per day rate limit", pause);
    }
    if (inSecond >= scaled.perSecond()) {
      int day = scaled.perDay() - today.size();
      return new Left(scaled, 0, day, "Exceeded per second rate limit", Duration.ofSeconds(1));
    }
    inSecond++;
    today.addLast(now);
    return new Left(
        scaled, scaled.perSecond() - inSecond, scaled.perDay() - today.size(), "", Duration.ZERO);
  }

  private Numbers scaled() {
    return new Numbers(times(numbers.perSecond()), times(numbers.perDay()));
  }

  private int times(int number) {
    return (int) Math.min(Integer.MAX_VALUE, (long) scale.speedUp(number));
  }
}
