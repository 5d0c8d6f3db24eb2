package kontor.inventory.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.ReservationAllocated;
import kontor.contracts.reservation.ReservationEvent.ReservationExtended;
import kontor.contracts.reservation.ReservationEvent.ReservationFulfilled;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.reservation.ReservationEvent.ReservationKept;
import kontor.contracts.reservation.ReservationEvent.ReservationReduced;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;

/** Where the reservation of one order stands. */
public sealed interface Reservation {

  /** What the order's bundles were made of; empty when that was never noted. */
  default Optional<Bundles> bundles() {
    return Optional.empty();
  }

  /** Nothing was decided yet. */
  record Undecided(OrderId order) implements Reservation {}

  /**
   * Held, until then; confirmed orders are held without an end.
   *
   * @param lines what is still held
   * @param country where it is delivered; empty when that was never noted
   * @param allocated it was said where it should be picked
   * @param counted references of the parcels and cancellations that took something off
   */
  record Held(
      OrderId order,
      List<ReservedLine> lines,
      Optional<Bundles> bundles,
      Optional<CountryCode> country,
      Instant expiresAt,
      boolean kept,
      boolean allocated,
      Set<String> counted)
      implements Reservation {

    public Held {
      lines = List.copyOf(lines);
      counted = Set.copyOf(counted);
    }

    /** Of these units, those that are held. */
    List<ReservedLine> held(List<ReservedLine> units) {
      Map<Sku, Quantity> there =
          lines.stream().collect(Collectors.toMap(ReservedLine::sku, ReservedLine::quantity));
      List<ReservedLine> held = new ArrayList<>();
      for (ReservedLine line : units) {
        Quantity most = there.getOrDefault(line.sku(), Quantity.ZERO);
        Quantity taken = most.compareTo(line.quantity()) < 0 ? most : line.quantity();
        if (!taken.isZero()) {
          held.add(new ReservedLine(line.sku(), taken));
        }
      }
      return held;
    }

    /** Units that are held and not among these. */
    List<ReservedLine> beyond(List<ReservedLine> units) {
      Map<Sku, Quantity> wanted =
          units.stream().collect(Collectors.toMap(ReservedLine::sku, ReservedLine::quantity));
      List<ReservedLine> over = new ArrayList<>();
      for (ReservedLine line : lines) {
        int more = line.quantity().value() - wanted.getOrDefault(line.sku(), Quantity.ZERO).value();
        if (more > 0) {
          over.add(new ReservedLine(line.sku(), new Quantity(more)));
        }
      }
      return over;
    }

    private Held until(Instant later) {
      return new Held(order, lines, bundles, country, later, kept, allocated, counted);
    }

    private Held keep() {
      return new Held(order, lines, bundles, country, expiresAt, true, allocated, counted);
    }

    private Held allocate() {
      return new Held(order, lines, bundles, country, expiresAt, kept, true, counted);
    }

    private Held less(ReservationReduced reduced) {
      Map<Sku, Quantity> taken =
          reduced.lines().stream()
              .collect(Collectors.toMap(ReservedLine::sku, ReservedLine::quantity));
      List<ReservedLine> rest = new ArrayList<>();
      for (ReservedLine line : lines) {
        Quantity left = line.quantity().minus(taken.getOrDefault(line.sku(), Quantity.ZERO));
        if (!left.isZero()) {
          rest.add(new ReservedLine(line.sku(), left));
        }
      }
      Set<String> now = new HashSet<>(counted);
      now.add(reduced.reference());
      return new Held(order, rest, bundles, country, expiresAt, kept, allocated, now);
    }
  }

  /**
   * Rejected, released or fulfilled: these lines, the last that were held, are held no more.
   *
   * @param free whether they are available again; otherwise they have left the house
   */
  record Ended(OrderId order, List<ReservedLine> lines, Optional<Bundles> bundles, boolean free)
      implements Reservation {}

  /** Never refuses: it happened. */
  static Reservation evolve(Reservation state, ReservationEvent event) {
    if (event instanceof ReservationGranted e) {
      Optional<Bundles> bundles = Optional.ofNullable(e.bundles()).map(Bundles::of);
      Optional<CountryCode> country = Optional.ofNullable(e.country());
      return new Held(
          e.order(), e.lines(), bundles, country, e.expiresAt(), false, false, Set.of());
    }
    if (event instanceof ReservationExtended e) {
      return state instanceof Held held ? held.until(e.expiresAt()) : state;
    }
    if (event instanceof ReservationKept) {
      return state instanceof Held held ? held.keep() : state;
    }
    if (event instanceof ReservationAllocated) {
      return state instanceof Held held ? held.allocate() : state;
    }
    if (event instanceof ReservationReduced e) {
      return state instanceof Held held ? held.less(e) : state;
    }
    if (event instanceof ReservationRejected e) {
      return new Ended(e.order(), e.lines(), Optional.empty(), true);
    }
    if (event instanceof ReservationReleased && state instanceof Ended) {
      return state; // said again
    }
    if (event instanceof ReservationReleased || event instanceof ReservationFulfilled) {
      List<ReservedLine> last = state instanceof Held held ? held.lines() : List.of();
      return new Ended(event.order(), last, state.bundles(), event instanceof ReservationReleased);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }
}
