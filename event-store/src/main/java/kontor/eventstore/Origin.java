package kontor.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * Why an event came to be.
 *
 * @param actor who caused it: a user, an API key, {@code guest}, or the service itself
 * @param correlation what belongs together from the first request on
 * @param cause the id of the event or request that led to it
 * @param traceparent the W3C trace context, when there is one
 */
public record Origin(
    String actor, String correlation, @Nullable String cause, @Nullable String traceparent) {

  /** What a service does on its own account. */
  public static Origin of(String actor, String correlation) {
    return new Origin(actor, correlation, null, null);
  }
}
