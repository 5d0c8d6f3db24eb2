package kontor.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * Somebody without whom the work cannot be done is away. Nothing is wrong with the work: a poll in
 * which this happens is delivered again.
 */
public class TryLaterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TryLaterException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
