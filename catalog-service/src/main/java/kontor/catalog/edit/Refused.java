package kontor.catalog.edit;

import java.util.List;

/** A change that cannot be made; nothing of it was. */
public final class Refused extends RuntimeException {

  private final Reason reason;
  private final List<Fault> faults;

  /** Why. */
  public enum Reason {
    /** Parts of it break a rule. */
    INVALID,
    /** There is no such thing. */
    NOT_FOUND,
    /** Something else stands against it, such as a SKU of another product. */
    CONFLICT,
    /** It was changed by somebody else since its author looked. */
    OUTDATED,
    /** It does not say which version its author looked at. */
    VERSION_MISSING,
    /** It is more than can be taken. */
    TOO_LARGE
  }

  private Refused(Reason reason, String message, List<Fault> faults) {
    super(message);
    this.reason = reason;
    this.faults = List.copyOf(faults);
  }

  public static Refused of(Reason reason, String message) {
    return new Refused(reason, message, List.of());
  }

  public static Refused field(String field, String message) {
    return faults(List.of(new Fault(field, message)));
  }

  /** Needs at least one fault. */
  public static Refused faults(List<Fault> faults) {
    return new Refused(Reason.INVALID, faults.get(0).toString(), faults);
  }

  /** Something else holds what these parts ask for. */
  public static Refused conflict(List<Fault> faults) {
    return new Refused(Reason.CONFLICT, faults.get(0).toString(), faults);
  }

  public static Refused notFound(String what) {
    return of(Reason.NOT_FOUND, "there is no " + what);
  }

  public Reason reason() {
    return reason;
  }

  public List<Fault> faults() {
    return faults;
  }
}
