package kontor.order.payment;

import kontor.eventstore.TryLaterException;

/** A payment provider does not answer; what was asked of it is asked again under the same name. */
public final class ProviderAwayException extends TryLaterException {

  private static final long serialVersionUID = 1L;

  public ProviderAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
