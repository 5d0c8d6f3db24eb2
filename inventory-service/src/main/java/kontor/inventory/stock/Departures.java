package kontor.inventory.stock;

import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.GoodsCost;

/** At what cost goods left for an order, for those that come back. */
public interface Departures {

  /** Looks nothing up: whatever comes back is of unknown cost. */
  Departures FORGOTTEN = (sku, order, quantity, version) -> Optional.empty();

  /**
   * What the next units that come back cost when they left; empty when nobody knows.
   *
   * @param version of the last event of the SKU that counts
   */
  Optional<GoodsCost> cost(Sku sku, OrderId order, Quantity quantity, long version);
}
