package kontor.inventory.reservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long units are held for an order that is not confirmed.
 *
 * @param hold from the order to the expiry
 */
public record HoldTime(Duration hold, Clock clock) {

  Instant now() {
    return clock.instant();
  }

  Instant end() {
    return now().plus(hold);
  }
}
