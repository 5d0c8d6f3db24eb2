package kontor.connector.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A marketplace did not do what it was asked. */
public final class ChannelException extends RuntimeException {

  private final Kind kind;
  private final Duration retryAfter;

  /** What may be done about it. */
  public enum Kind {
    /** The same again may work later. */
    RETRY,
    /** Not even asked, to stay within a limit: the same again works after the pause. */
    PACED,
    /** The call may have taken effect: look before doing it again. */
    UNKNOWN_OUTCOME,
    /** What was asked for is wrong; the same again is refused again. */
    REFUSED,
    /** The account's permission is gone; a person has to renew it. */
    UNAUTHORISED
  }

  public ChannelException(
      Kind kind, String message, Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /** How long the marketplace wants to be left alone. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
