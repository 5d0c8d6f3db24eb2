package kontor.contracts.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.EventType;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/** Every movement of one SKU. Topic {@code stock-ledger}, keyed by SKU. */
public sealed interface StockEvent
    permits StockEvent.StockReceived,
        StockEvent.StockReserved,
        StockEvent.StockRejected,
        StockEvent.StockReleased,
        StockEvent.StockPicked,
        StockEvent.StockReturned,
        StockEvent.StockScrapped,
        StockEvent.StockLocationAdded,
        StockEvent.StockPolicySet,
        StockEvent.StockAllocated,
        CorrectionEvent,
        SupplyEvent {

  Sku sku();

  /**
   * Goods arrived.
   *
   * @param cost of all units; absent: nobody knows
   * @param receivedAt when they did; absent in events from before it was noted
   */
  @EventType("kontor.stock.received.v1")
  record StockReceived(
      Sku sku,
      LocationId location,
      Quantity quantity,
      String reference,
      @Nullable GoodsCost cost,
      @Nullable Instant receivedAt)
      implements StockEvent {

    /** At a cost that nobody knows. */
    public StockReceived(Sku sku, LocationId location, Quantity quantity, String reference) {
      this(sku, location, quantity, reference, null, null);
    }
  }

  /**
   * Units are held for an order until {@code expiresAt} (exclusive).
   *
   * @param backordered those of them that are not here yet; absent: all are
   */
  @EventType("kontor.stock.reserved.v1")
  record StockReserved(
      Sku sku,
      OrderId order,
      Quantity quantity,
      Instant expiresAt,
      @Nullable Backordered backordered)
      implements StockEvent {

    public StockReserved(Sku sku, OrderId order, Quantity quantity, Instant expiresAt) {
      this(sku, order, quantity, expiresAt, null);
    }
  }

  /**
   * Units that were sold before they are here.
   *
   * @param promisedOn the day that the buyer was told; absent: none
   */
  record Backordered(Quantity quantity, @Nullable LocalDate promisedOn) {}

  /** There were fewer than asked for; nothing is held. */
  @EventType("kontor.stock.rejected.v1")
  record StockRejected(Sku sku, OrderId order, Quantity wanted, Quantity available)
      implements StockEvent {}

  /**
   * Units held are available again.
   *
   * @param reference names the cancellation that gave them back; absent: the order holds no more
   */
  @EventType("kontor.stock.released.v1")
  record StockReleased(Sku sku, OrderId order, Quantity quantity, @Nullable String reference)
      implements StockEvent {}

  /**
   * Units held were taken from the shelf and shipped.
   *
   * @param reference names the parcel they left in; absent: the order holds no more
   * @param cost of the oldest units there, which are those that leave; absent: nobody knows
   */
  @EventType("kontor.stock.picked.v1")
  record StockPicked(
      Sku sku,
      OrderId order,
      LocationId location,
      Quantity quantity,
      @Nullable String reference,
      @Nullable GoodsCost cost)
      implements StockEvent {

    public StockPicked(
        Sku sku, OrderId order, LocationId location, Quantity quantity, @Nullable String parcel) {
      this(sku, order, location, quantity, parcel, null);
    }
  }

  /**
   * Units came back from a buyer and are on the shelf again.
   *
   * @param cost at which they left; absent: nobody knows
   */
  @EventType("kontor.stock.returned.v1")
  record StockReturned(
      Sku sku,
      OrderId order,
      String rma,
      LocationId location,
      Quantity quantity,
      @Nullable GoodsCost cost)
      implements StockEvent {

    public StockReturned(
        Sku sku, OrderId order, String rma, LocationId location, Quantity quantity) {
      this(sku, order, rma, location, quantity, null);
    }
  }

  /** Units came back from a buyer unfit to be sold: they never reach the shelf. */
  @EventType("kontor.stock.scrapped.v1")
  record StockScrapped(Sku sku, OrderId order, String rma, Quantity quantity)
      implements StockEvent {}

  /**
   * From now on the SKU also lies at a place that is no warehouse of ours. A place that is never
   * named in one of these is a warehouse.
   */
  @EventType("kontor.stock.location-added.v1")
  record StockLocationAdded(Sku sku, LocationId location, LocationKind kind)
      implements StockEvent {}

  /**
   * What is kept back of a SKU.
   *
   * @param safetyStock kept back from every channel; absent: as the service is set
   * @param buffers kept back from single channels besides
   * @param backorders what may be sold before it is here; absent: nothing
   */
  @EventType("kontor.stock.policy-set.v1")
  record StockPolicySet(
      Sku sku,
      @Nullable Quantity safetyStock,
      List<ChannelBuffer> buffers,
      @Nullable Backorders backorders)
      implements StockEvent {

    public StockPolicySet {
      buffers = List.copyOf(buffers);
    }

    public StockPolicySet(Sku sku, @Nullable Quantity safety, List<ChannelBuffer> buffers) {
      this(sku, safety, buffers, null);
    }
  }

  /** So many units are not offered on a channel. */
  record ChannelBuffer(ChannelId channel, Quantity units) {}

  /**
   * Units held for an order will be picked at these places; replaces what was said before.
   *
   * @param reference names the decision, so that it counts once
   */
  @EventType("kontor.stock.allocated.v1")
  record StockAllocated(Sku sku, OrderId order, List<UnitsAt> places, String reference)
      implements StockEvent {

    public StockAllocated {
      places = List.copyOf(places);
    }
  }

  /** So many units at one place. */
  record UnitsAt(LocationId location, Quantity quantity) {}
}
