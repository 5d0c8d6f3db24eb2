package kontor.connector.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Lets a task be tried, or not for a while: after each failure twice as long, up to two minutes, or
 * as long as the marketplace says. A pause to stay within a limit is no failure.
 */
public final class Circuit {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final int MOST_DOUBLINGS = 7;

  private final Clock clock;
  private int failures;
  private Instant closedUntil = Instant.MIN;
  private @Nullable Instant lastSuccess;
  private String lastError = "";

  /**
   * @param failures in a row
   * @param nextTry after a failure, or to stay within a limit; none when it may be tried
   */
  public record State(
      int failures, @Nullable Instant nextTry, @Nullable Instant lastSuccess, String lastError) {}

  Circuit(Clock clock) {
    this.clock = clock;
  }

  synchronized Instant nextTry() {
    return closedUntil;
  }

  synchronized void succeeded() {
    failures = 0;
    lastSuccess = clock.instant();
    lastError = "";
  }

  /** How long to leave it alone. */
  synchronized Duration failed(ChannelException e) {
    if (e.kind() == Kind.PACED) {
      closedUntil = clock.instant().plus(e.retryAfter());
      return e.retryAfter();
    }
    return failed(String.valueOf(e.getMessage()), e.retryAfter());
  }

  synchronized Duration failed(String error, Duration atLeast) {
    long backOff = 1L << Math.min(failures, MOST_DOUBLINGS);
    failures++;
    Duration pause = Duration.ofSeconds(Math.min(LONGEST_PAUSE.toSeconds(), backOff));
    Duration chosen = pause.compareTo(atLeast) > 0 ? pause : atLeast;
    closedUntil = clock.instant().plus(chosen);
    lastError = error;
    return chosen;
  }

  synchronized State state() {
    boolean open = closedUntil.isAfter(clock.instant());
    return new State(failures, open ? closedUntil : null, lastSuccess, lastError);
  }
}
