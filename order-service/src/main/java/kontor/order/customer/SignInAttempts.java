package kontor.order.customer;

import java.time.Instant;

/**
 * Counts wrong passwords per e-mail address, known or not, and keeps no address; likewise wrong
 * codes of gift cards per caller.
 */
public interface SignInAttempts {

  /**
   * Counts a try before its password is looked at, so that many at once are no way around the
   * pause. During the pause nothing is counted.
   *
   * @return when the try is looked at; now or earlier: at once
   */
  Instant begin(String normalised, Instant now);

  /** The password was right: the row is over. */
  void succeeded(String normalised);
}
