package kontor.contracts.stock;

import kontor.contracts.EventType;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;

/** How much there is of one SKU. Topic {@code stock}, keyed by SKU, compacted. */
public sealed interface StockLevelEvent {

  Sku sku();

  /**
   * The figures after a movement.
   *
   * @param onHand units there; below zero only if a person books more out than there is
   * @param reserved units held for orders
   * @param available what can be promised: on hand less reserved, negative when oversold
   */
  @EventType("kontor.stock.level.v1")
  record StockLevelChanged(Sku sku, int onHand, int reserved, int available)
      implements StockLevelEvent {

    /** What a channel may offer: never below zero. */
    public Quantity sellable() {
      return new Quantity(Math.max(0, available));
    }
  }
}
