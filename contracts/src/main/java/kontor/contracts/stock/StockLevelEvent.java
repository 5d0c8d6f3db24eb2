package kontor.contracts.stock;

import java.util.List;
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
   * @param locations each place that holds the SKU; absent while that is the main one alone
   */
  @EventType("kontor.stock.level.v1")
  record StockLevelChanged(
      Sku sku, int onHand, int reserved, int available, @Nullable List<LocationLevel> locations)
      implements StockLevelEvent {

    public StockLevelChanged {
      locations = locations == null ? null : List.copyOf(locations);
    }

    /** All of it at the main place. */
    public StockLevelChanged(Sku sku, int onHand, int reserved, int available) {
      this(sku, onHand, reserved, available, null);
    }

    /** What a channel may offer: never below zero. */
    public Quantity sellable() {
      return new Quantity(Math.max(0, available));
    }
  }

  /**
   * What lies at one place.
   *
   * @param onHand below zero only if a person books more out than there is
   */
  record LocationLevel(LocationId location, LocationKind kind, int onHand) {}
}
