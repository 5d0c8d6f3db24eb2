package kontor.sandbox.faults;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose.
 *
 * @param operation the operation's name, or {@code *} for all
 * @param stored whether the call takes effect although the caller is not told so
 * @param times how many calls are hit at most; absent without a limit
 * @param until when it ends; absent without an end
 * @param every hits each n-th call only
 * @param delay how late the answer comes; for {@code TIMEOUT} without it, it never comes
 * @param retryAfter what {@code THROTTLE} asks for
 * @param account hits this seller's calls only; absent for all sellers
 * @param applied how many operations of a feed take effect before {@code FATAL}
 */
public record Fault(
    String id,
    String operation,
    Kind kind,
    boolean stored,
    @Nullable Integer times,
    @Nullable Instant until,
    int every,
    @Nullable Duration delay,
    @Nullable Duration retryAfter,
    @Nullable String account,
    @Nullable Integer applied) {

  /** What goes wrong. */
  public enum Kind {
    /** The answer comes late or never. */
    TIMEOUT,
    /** The connection is lost before the answer. */
    RESET,
    /** 429 with Retry-After. */
    THROTTLE,
    /** 500. */
    ERROR,
    /** 503. */
    UNAVAILABLE,
    /** A page of orders shows its first order twice. */
    REPEAT_ORDER,
    /** A page of orders shows the page before once more. */
    REPEAT_PAGE,
    /** A page of orders leads to itself: the next token is the one that was sent. */
    REPEAT_TOKEN,
    /** A feed ends without success after a part of it took effect. */
    FATAL
  }

  boolean aims(String called, String seller) {
    boolean wanted = operation.equals("*") || operation.equals(called);
    return wanted && (account == null || account.equals(seller));
  }
}
