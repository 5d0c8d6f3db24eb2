package kontor.eventstore;

import org.jspecify.annotations.Nullable;

/** The store cannot take or answer at present; trying again later may work. */
public final class StoreUnavailableException extends TryLaterException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
