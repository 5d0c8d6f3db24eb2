package kontor.inventory.location;

/** A place cannot be described like this. */
public final class LocationRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** What stands against it. */
  public enum Reason {
    /** It exists, and the author did not say which form of it he has seen. */
    UNSEEN,
    /** Somebody described it meanwhile, or it does not exist. */
    OUTDATED,
    /** What was booked there counts by its kind. */
    KIND_IS_FIXED,
    TOO_MANY
  }

  LocationRefusedException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
