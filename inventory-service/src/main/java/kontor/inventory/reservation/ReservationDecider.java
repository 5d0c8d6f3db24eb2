package kontor.inventory.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.contracts.CountryCode;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.contracts.reservation.ReservationEvent.Reduction;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservationAllocated;
import kontor.contracts.reservation.ReservationEvent.ReservationExtended;
import kontor.contracts.reservation.ReservationEvent.ReservationFulfilled;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationKept;
import kontor.contracts.reservation.ReservationEvent.ReservationReduced;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.contracts.reservation.ReservationEvent.Shortage;
import kontor.inventory.reservation.Reservation.Held;
import kontor.inventory.reservation.Reservation.Undecided;

/**
 * The rules of a reservation. Of keeping and expiring exactly one happens: whichever is committed
 * first, for the other then finds nothing to do.
 */
public final class ReservationDecider {

  private static final String TAKEN_OVER = "taken over";

  private ReservationDecider() {}

  /** As it was carried out on the stock. */
  public static List<ReservationEvent> grant(Reservation state, ReservationGranted granted) {
    return state instanceof Undecided ? List.of(granted) : List.of();
  }

  /**
   * The order has come for what was held for a sale that waited for its money: from now on it goes
   * where the order goes, and units that are not in the order are free again.
   *
   * @param articles of the order
   */
  public static List<ReservationEvent> takeOver(
      Reservation state, List<ReservedLine> articles, CountryCode country) {
    if (!(state instanceof Held held) || held.kept() || held.counted().contains(TAKEN_OVER)) {
      return List.of();
    }
    List<ReservationEvent> decided = new ArrayList<>();
    if (held.country().filter(country::equals).isEmpty()) {
      decided.add(
          new ReservationGranted(
              held.order(),
              held.lines(),
              List.of(),
              held.expiresAt(),
              held.bundles().map(Bundles::noted).orElse(null),
              country));
    }
    List<ReservedLine> over = held.beyond(articles);
    if (!over.isEmpty()) {
      decided.add(new ReservationReduced(held.order(), TAKEN_OVER, over, Reduction.RELEASED));
    }
    return decided;
  }

  public static List<ReservationEvent> reject(
      Reservation state, List<ReservedLine> lines, List<Shortage> shortages) {
    return state instanceof Undecided open
        ? List.of(new ReservationRejected(open.order(), lines, shortages))
        : List.of();
  }

  /** The buyer has until then to pay; a hold never gets shorter. */
  public static List<ReservationEvent> extend(Reservation state, Instant until) {
    return state instanceof Held held && !held.kept() && until.isAfter(held.expiresAt())
        ? List.of(new ReservationExtended(held.order(), until))
        : List.of();
  }

  /** The order is confirmed. */
  public static List<ReservationEvent> keep(Reservation state) {
    return state instanceof Held held && !held.kept()
        ? List.of(new ReservationKept(held.order()))
        : List.of();
  }

  /** Said once, of an order that will be picked. */
  public static List<ReservationEvent> allocate(Reservation state, List<Allocation> plan) {
    return state instanceof Held held && held.kept() && !held.allocated() && !plan.isEmpty()
        ? List.of(new ReservationAllocated(held.order(), plan))
        : List.of();
  }

  public static List<ReservationEvent> release(Reservation state, ReleaseReason reason) {
    return state instanceof Held held
        ? List.of(new ReservationReleased(held.order(), reason))
        : List.of();
  }

  /** Of one that was given back and is held all the same. */
  static List<ReservationEvent> releaseAgain(Reservation state) {
    return state instanceof Reservation.Ended ended && ended.free()
        ? List.of(new ReservationReleased(ended.order(), ReleaseReason.CANCELLED))
        : List.of();
  }

  /** What is confirmed does not expire. */
  public static List<ReservationEvent> expire(Reservation state, Instant now) {
    return state instanceof Held held && !held.kept() && !now.isBefore(held.expiresAt())
        ? release(state, ReleaseReason.EXPIRED)
        : List.of();
  }

  /**
   * A parcel or a cancellation takes units off, once for each reference and no more than are held.
   * When it takes the last, the reservation ends.
   */
  public static List<ReservationEvent> reduce(
      Reservation state, String reference, List<ReservedLine> units, Reduction kind) {
    if (!(state instanceof Held held) || held.counted().contains(reference)) {
      return List.of();
    }
    List<ReservedLine> taken = held.held(units);
    if (taken.isEmpty()) {
      return List.of();
    }
    if (taken.equals(held.lines())) {
      return kind == Reduction.PICKED ? fulfil(held) : release(held, ReleaseReason.CANCELLED);
    }
    return List.of(new ReservationReduced(held.order(), reference, taken, kind));
  }

  /** The goods have left the house. */
  public static List<ReservationEvent> fulfil(Reservation state) {
    return state instanceof Held held ? List.of(new ReservationFulfilled(held.order())) : List.of();
  }
}
