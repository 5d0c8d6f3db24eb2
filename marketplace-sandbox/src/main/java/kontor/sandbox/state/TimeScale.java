package kontor.sandbox.state;

import java.time.Duration;

/**
 * How much faster a marketplace's own durations run than in the world: delays, lags, the life of a
 * token and the refilling of a rate limit are divided by the factor, rates are multiplied by it.
 * Dates are left alone, so that a day's traffic can be played in minutes on today's calendar.
 */
public final class TimeScale {

  private final int initial;
  private volatile int factor;

  /** A scale; 1 is the world's own speed. */
  public TimeScale(int factor) {
    this.initial = valid(factor);
    this.factor = factor;
  }

  /** The factor in force. */
  public int factor() {
    return factor;
  }

  /** Puts another factor in force; what was promised before keeps its time. */
  public void use(int other) {
    factor = valid(other);
  }

  /** Back to the factor of the start. */
  public void reset() {
    factor = initial;
  }

  /** How long a duration of the marketplace takes here. */
  public Duration shorten(Duration duration) {
    return duration.dividedBy(factor);
  }

  /** What a rate of the marketplace is here. */
  public double speedUp(double rate) {
    return rate * factor;
  }

  private static int valid(int factor) {
    if (factor < 1 || factor > 100_000) {
      throw new IllegalArgumentException(
          "a time scale is a whole number from 1 to 100000: " + factor);
    }
    return factor;
  }
}
