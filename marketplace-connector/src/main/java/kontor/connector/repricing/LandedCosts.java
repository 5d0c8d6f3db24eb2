package kontor.connector.repricing;

import java.time.Instant;
import java.util.Optional;
import kontor.contracts.Sku;
import kontor.contracts.UnitCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;

/** What one unit of an article cost us when it arrived, freight and duty included, in euro. */
public interface LandedCosts {

  /** What a person set, else the last receipt's. */
  Optional<LandedCost> find(Sku sku);

  /** Holds until it is removed, whatever arrives. */
  void set(Sku sku, UnitCost cost, String by);

  /** The last receipt's cost holds again. Does nothing if none was set. */
  void remove(Sku sku);

  /** Takes what goods cost. An older receipt, and the same again, change nothing. */
  void received(GoodsReceived receipt);

  /**
   * @param source who or what says so
   */
  record LandedCost(UnitCost cost, String source, Instant since) {}
}
