package kontor.contracts.topic;

import org.jspecify.annotations.Nullable;

/** A payload that is not what its type says. Trying again will not help. */
public final class UnreadableEventException extends RuntimeException {

  public UnreadableEventException(String type, String reason, @Nullable Throwable cause) {
    super("not a " + type + ": " + reason, cause);
  }
}
