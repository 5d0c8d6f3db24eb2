package kontor.contracts.stock;

import java.time.LocalDate;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.EventType;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/** How much there is of one SKU. Topic {@code stock}, keyed by SKU, compacted. */
public sealed interface StockLevelEvent {

  Sku sku();

  /**
   * The figures after a movement.
   *
   * @param onHand units in our warehouses; below zero only if a person books more out than there is
   * @param reserved units held for orders
   * @param available what can be promised: on hand less reserved, negative when oversold
   * @param promisable what a channel may promise, safety stock kept back; absent: what is available
   * @param perChannel the same for channels from which more is kept back; absent: there are none
   * @param locations each place that holds the SKU; absent while that is the main one alone
   * @param backorder what may be promised beyond what is there; absent: nothing
   * @param inbound what suppliers should bring, by day; absent: nothing
   */
  @EventType("kontor.stock.level.v1")
  record StockLevelChanged(
      Sku sku,
      int onHand,
      int reserved,
      int available,
      @Nullable Quantity promisable,
      @Nullable List<ChannelLevel> perChannel,
      @Nullable List<LocationLevel> locations,
      @Nullable BackorderLevel backorder,
      @Nullable List<InboundLevel> inbound)
      implements StockLevelEvent {

    public StockLevelChanged {
      perChannel = perChannel == null ? null : List.copyOf(perChannel);
      locations = locations == null ? null : List.copyOf(locations);
      inbound = inbound == null ? null : List.copyOf(inbound);
    }

    /** All of it at the main place, nothing of it kept back. */
    public StockLevelChanged(Sku sku, int onHand, int reserved, int available) {
      this(sku, onHand, reserved, available, null, null, null);
    }

    /** Nothing is promised before it is here, and nothing comes. */
    public StockLevelChanged(
        Sku sku,
        int onHand,
        int reserved,
        int available,
        @Nullable Quantity promisable,
        @Nullable List<ChannelLevel> perChannel,
        @Nullable List<LocationLevel> locations) {
      this(sku, onHand, reserved, available, promisable, perChannel, locations, null, null);
    }

    /** What this channel may offer: never below zero, with what is promised before it is here. */
    public Quantity sellable(ChannelId channel) {
      Quantity here = inStock(channel);
      return backorder == null ? here : here.plus(new Quantity(backorder.promisable(channel)));
    }

    /** The same for a channel that has no part of its own. */
    public Quantity sellable() {
      return backorder == null ? inStock() : inStock().plus(backorder.promisable());
    }

    /** What this channel may offer of what is there. */
    public Quantity inStock(ChannelId channel) {
      List<ChannelLevel> own = perChannel == null ? List.of() : perChannel;
      return own.stream()
          .filter(level -> level.channel().equals(channel))
          .map(ChannelLevel::promisable)
          .findFirst()
          .orElseGet(this::inStock);
    }

    /** What a channel may offer of what is there, if it has no part of its own. */
    public Quantity inStock() {
      return promisable == null ? new Quantity(Math.max(0, available)) : promisable;
    }
  }

  /**
   * Units that suppliers should bring to a place.
   *
   * @param expectedOn absent: nobody said when
   */
  record InboundLevel(LocationId location, Quantity quantity, @Nullable LocalDate expectedOn) {}

  /** What one channel may promise. */
  record ChannelLevel(ChannelId channel, Quantity promisable) {}

  /**
   * What lies at one place.
   *
   * @param onHand below zero only if a person books more out than there is
   * @param allocated units that will be picked there for orders; absent: none
   */
  record LocationLevel(
      LocationId location, LocationKind kind, int onHand, @Nullable Integer allocated) {

    /** Nothing will be picked there. */
    public LocationLevel(LocationId location, LocationKind kind, int onHand) {
      this(location, kind, onHand, null);
    }
  }
}
