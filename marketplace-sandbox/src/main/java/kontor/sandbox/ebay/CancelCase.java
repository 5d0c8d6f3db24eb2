package kontor.sandbox.ebay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to cancel an order, as the Post-Order API keeps it.
 *
 * @param by who asked for it
 * @param decided when it was granted, refused or taken back; absent while it is open
 */
public record CancelCase(
    String cancelId,
    String orderId,
    By by,
    String reason,
    Instant asked,
    State state,
    @Nullable Instant decided) {

  /** Who wants it. */
  public enum By {
    BUYER,
    SELLER
  }

  /** What became of it. */
  public enum State {
    /** The buyer has asked, the seller has not answered. */
    REQUESTED,
    /** Granted; eBay is paying back. */
    PROCESSING,
    REJECTED,
    WITHDRAWN,
    COMPLETED
  }

  boolean open() {
    return state == State.REQUESTED || state == State.PROCESSING;
  }

  CancelCase to(State other, Instant at) {
    return new CancelCase(cancelId, orderId, by, reason, asked, other, at);
  }
}
