package kontor.order.customer;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong passwords in a row for one e-mail address, known or not.
 *
 * @param failures in a row
 * @param lastAt when the last of them was
 */
public record SignInPause(int failures, Instant lastAt) {

  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 7;

  /**
   * When the next try is looked at; after five failures the pause begins, and doubles to 64 min.
   */
  public Instant until() {
    if (failures < FREE) {
      return lastAt;
    }
    return lastAt.plus(FIRST.multipliedBy(1L << Math.min(failures - FREE, DOUBLINGS)));
  }
}
