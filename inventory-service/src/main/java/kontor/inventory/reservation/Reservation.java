package kontor.inventory.reservation;

import java.time.Instant;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.ReservationFulfilled;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationKept;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;

/** Where the reservation of one order stands. */
public sealed interface Reservation {

  /** Nothing was decided yet. */
  record Undecided(OrderId order) implements Reservation {}

  /** Held, until then; confirmed orders are held without an end. */
  record Held(OrderId order, List<ReservedLine> lines, Instant expiresAt, boolean kept)
      implements Reservation {}

  /** Rejected, released or fulfilled: these lines are held no more. */
  record Ended(OrderId order, List<ReservedLine> lines) implements Reservation {}

  /** Never refuses: it happened. */
  static Reservation evolve(Reservation state, ReservationEvent event) {
    if (event instanceof ReservationGranted e) {
      return new Held(e.order(), e.lines(), e.expiresAt(), false);
    }
    if (event instanceof ReservationKept e) {
      return state instanceof Held held
          ? new Held(e.order(), held.lines(), held.expiresAt(), true)
          : state;
    }
    if (event instanceof ReservationRejected e) {
      return new Ended(e.order(), e.lines());
    }
    if (event instanceof ReservationReleased || event instanceof ReservationFulfilled) {
      return new Ended(event.order(), state instanceof Held held ? held.lines() : List.of());
    }
    throw new IllegalArgumentException("no rule for " + event);
  }
}
