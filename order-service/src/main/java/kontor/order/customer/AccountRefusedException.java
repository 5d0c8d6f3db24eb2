package kontor.order.customer;

/** An account's no. Its message names no personal data. */
public final class AccountRefusedException extends RuntimeException {

  /** What kind of no it is. */
  public enum Reason {
    /** The input is wrong. */
    INPUT,
    /** It was changed since its author looked. */
    OUTDATED,
    /** What is asked for does not go together with what is there. */
    CONFLICT,
    /** There is no such thing. */
    UNKNOWN
  }

  private final Reason reason;
  private final String field;

  public AccountRefusedException(Reason reason, String field, String message) {
    super(message);
    this.reason = reason;
    this.field = field;
  }

  public Reason reason() {
    return reason;
  }

  /** The part of the request that is meant. */
  public String field() {
    return field;
  }
}
