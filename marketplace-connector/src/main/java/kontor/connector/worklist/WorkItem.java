package kontor.connector.worklist;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that could not be done.
 *
 * @param account its {@link kontor.connector.channel.Account#key()}
 * @param subject what it is about, by the marketplace's id or ours
 * @param reason in words for a person
 * @param tries how often it was tried
 * @param nextTry when it is tried again by itself; none: only when somebody asks for it
 */
public record WorkItem(
    String account,
    Kind kind,
    String subject,
    String reason,
    Instant since,
    int tries,
    Optional<Instant> nextTry) {

  /** What could not be done. */
  public enum Kind {
    /** An order of the marketplace could not be taken over. */
    ORDER,
    /** The marketplace refuses to hear of a parcel. */
    SHIPMENT,
    /** The marketplace does not end what was cancelled here. */
    CANCELLATION,
    /** The marketplace does not pay back what is due. */
    REFUND,
    /** A return that the marketplace reports fits no order. */
    RETURN,
    /** A settlement cannot be booked, or has an order that is not known here. */
    SETTLEMENT,
    /** The marketplace shows something else than we believe. */
    DRIFT
  }

  /** Tells it from all others; a new report of the same replaces it. */
  public String id() {
    return account + "/" + kind + "/" + subject;
  }
}
