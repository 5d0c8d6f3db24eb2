package kontor.contracts.reservation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kontor.contracts.CountryCode;
import kontor.contracts.EventType;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * What inventory holds for one order: all of its lines or none. Topic {@code reservations}, keyed
 * by order id.
 */
public sealed interface ReservationEvent {

  OrderId order();

  /**
   * Every line is held until {@code expiresAt} (exclusive).
   *
   * @param oversold lines of an order that a marketplace had sold already, for which there were too
   *     few units: held all the same, to be bought in or sorted out by a person
   * @param bundles what each bundle of the order is made of, as it was then; absent in events from
   *     before it was noted
   * @param country where it is delivered; absent as well in events from before
   * @param backordered units that are not here yet; absent: all are
   */
  @EventType("kontor.reservation.granted.v1")
  record ReservationGranted(
      OrderId order,
      List<ReservedLine> lines,
      List<Shortage> oversold,
      Instant expiresAt,
      @Nullable List<ReservedBundle> bundles,
      @Nullable CountryCode country,
      @Nullable List<BackorderedLine> backordered)
      implements ReservationEvent {

    public ReservationGranted {
      lines = List.copyOf(lines);
      oversold = List.copyOf(oversold);
      bundles = bundles == null ? null : List.copyOf(bundles);
      backordered = backordered == null ? null : List.copyOf(backordered);
    }

    /** All of it is here. */
    public ReservationGranted(
        OrderId order,
        List<ReservedLine> lines,
        List<Shortage> oversold,
        Instant expiresAt,
        @Nullable List<ReservedBundle> bundles,
        @Nullable CountryCode country) {
      this(order, lines, oversold, expiresAt, bundles, country, null);
    }

    /** Without a note of bundles and country. */
    public ReservationGranted(
        OrderId order, List<ReservedLine> lines, List<Shortage> oversold, Instant expiresAt) {
      this(order, lines, oversold, expiresAt, null, null);
    }
  }

  /**
   * Nothing is held, because of the shortages.
   *
   * @param lines what was wanted; any of it that was held for a moment is given back
   */
  @EventType("kontor.reservation.rejected.v1")
  record ReservationRejected(OrderId order, List<ReservedLine> lines, List<Shortage> shortages)
      implements ReservationEvent {

    public ReservationRejected {
      lines = List.copyOf(lines);
      shortages = List.copyOf(shortages);
    }
  }

  /** What was held is available again. */
  @EventType("kontor.reservation.released.v1")
  record ReservationReleased(OrderId order, ReleaseReason reason) implements ReservationEvent {}

  /** The buyer has longer to pay: what is held is held until then (exclusive). */
  @EventType("kontor.reservation.extended.v1")
  record ReservationExtended(OrderId order, Instant expiresAt) implements ReservationEvent {}

  /** The order is confirmed: what is held no longer expires. */
  @EventType("kontor.reservation.kept.v1")
  record ReservationKept(OrderId order) implements ReservationEvent {}

  /**
   * Where the units should be picked, for orders of a merchant with more than one warehouse. Where
   * they are picked in the end, the stock decides: {@code StockAllocated}.
   */
  @EventType("kontor.reservation.allocated.v1")
  record ReservationAllocated(OrderId order, List<Allocation> allocations)
      implements ReservationEvent {

    public ReservationAllocated {
      allocations = List.copyOf(allocations);
    }
  }

  /**
   * Some of what was held is held no more; the rest stays.
   *
   * @param reference names the parcel or the cancellation, so that it counts once
   * @param lines units that are taken off, bundles taken apart
   */
  @EventType("kontor.reservation.reduced.v1")
  record ReservationReduced(
      OrderId order, String reference, List<ReservedLine> lines, Reduction kind)
      implements ReservationEvent {

    public ReservationReduced {
      lines = List.copyOf(lines);
    }
  }

  /** What was still held has left the house. */
  @EventType("kontor.reservation.fulfilled.v1")
  record ReservationFulfilled(OrderId order) implements ReservationEvent {}

  /** Why units are held no longer. */
  enum ReleaseReason {
    CANCELLED,
    REJECTED,
    EXPIRED
  }

  /** Where units go that are held no more. */
  enum Reduction {
    /** They are available again. */
    RELEASED,
    /** They have left the house. */
    PICKED
  }

  /** Units held of one article; the components, where the order named a bundle. */
  record ReservedLine(Sku sku, Quantity quantity) {}

  /**
   * Units of an article that were sold before they are here.
   *
   * @param promisedOn the day that the buyer is told; absent: none
   */
  record BackorderedLine(Sku sku, Quantity quantity, @Nullable LocalDate promisedOn) {}

  /** Units of an article that one place should give. */
  record Allocation(Sku sku, LocationId location, Quantity quantity) {}

  /** What one piece of a bundle is made of. */
  record ReservedBundle(Sku sku, List<ReservedLine> parts) {

    public ReservedBundle {
      parts = List.copyOf(parts);
    }
  }

  /** Wanted, and what there was. */
  record Shortage(Sku sku, Quantity wanted, Quantity available) {}
}
