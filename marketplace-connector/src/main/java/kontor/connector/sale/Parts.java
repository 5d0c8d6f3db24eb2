package kontor.connector.sale;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** How much of the time since the last reading is read at once, after a pause. */
final class Parts {

  /** What a busy account sells meanwhile is read within seconds. */
  private static final Duration LEAST = Duration.ofMinutes(2);

  /** A long pause takes several dozen parts, and a part covers the time of so many calls. */
  private static final int NUMBER = 20;

  private Parts() {}

  /**
   * @param read until when all was read
   * @param latest until when it can be read now
   * @param every how often the marketplace lets us ask, given how often we want to
   * @return the end of the next part, never before what was read and never after the latest
   */
  static Instant end(Instant read, Instant latest, UnaryOperator<Duration> every) {
    if (!read.isBefore(latest)) {
      return latest;
    }
    Duration calls = every.apply(LEAST.dividedBy(NUMBER)).multipliedBy(NUMBER);
    Duration share = Duration.between(read, latest).dividedBy(NUMBER);
    Instant end = read.plus(longer(LEAST, longer(calls, share)));
    return end.isBefore(latest) ? end : latest;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
