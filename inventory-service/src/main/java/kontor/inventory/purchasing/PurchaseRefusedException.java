package kontor.inventory.purchasing;

/** The rules of purchasing do not allow it. */
public final class PurchaseRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final String field;

  /** What stands against it. */
  public enum Reason {
    /** There is no such supplier or order. */
    UNKNOWN,
    /** It exists, and the author did not say which form of it he has seen. */
    UNSEEN,
    /** Somebody changed it meanwhile. */
    OUTDATED,
    /** It is not in a state for that. */
    STATE,
    /** A part of what is asked for breaks a rule. */
    RULE
  }

  PurchaseRefusedException(Reason reason, String field, String message) {
    super(message);
    this.reason = reason;
    this.field = field;
  }

  static PurchaseRefusedException state(String message) {
    return new PurchaseRefusedException(Reason.STATE, "", message);
  }

  static PurchaseRefusedException rule(String field, String message) {
    return new PurchaseRefusedException(Reason.RULE, field, message);
  }

  public Reason reason() {
    return reason;
  }

  /** The part of the request that is refused; empty where it is all of it. */
  public String field() {
    return field;
  }
}
