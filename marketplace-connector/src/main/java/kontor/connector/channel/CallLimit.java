package kontor.connector.channel;

import java.time.Duration;

/**
 * How often a marketplace lets us call an operation.
 *
 * @param each the time in which one more call comes back
 * @param burst calls that can be saved up
 */
public record CallLimit(Duration each, int burst) {

  /** Fuller sooner than another instance can take over: what was left is not worth noting. */
  private static final Duration QUICK = Duration.ofMinutes(1);

  public CallLimit {
    if (each.isNegative() || each.isZero() || burst < 1) {
      throw new IllegalArgumentException("not a limit: " + each + ", burst " + burst);
    }
  }

  public static CallLimit perSecond(int calls, int burst) {
    return new CallLimit(Duration.ofSeconds(1).dividedBy(calls), burst);
  }

  public static CallLimit perDay(int calls, int burst) {
    return new CallLimit(Duration.ofDays(1).dividedBy(calls), burst);
  }

  /** The same where time goes that much faster. */
  public CallLimit faster(int times) {
    return new CallLimit(each.dividedBy(times), burst);
  }

  boolean quick() {
    return each.multipliedBy(burst).compareTo(QUICK) < 0;
  }
}
