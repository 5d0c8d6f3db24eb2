package kontor.contracts.stock;

import kontor.contracts.EventType;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/** What people move or put right, without any order or supplier. */
public sealed interface CorrectionEvent extends StockEvent {

  /**
   * A person or a stocktake put the figure right by {@code delta} units, up or down.
   *
   * @param cost of the units found or missed; absent: nobody knows
   */
  @EventType("kontor.stock.adjusted.v1")
  record StockAdjusted(
      Sku sku,
      LocationId location,
      int delta,
      String reason,
      String reference,
      @Nullable GoodsCost cost)
      implements CorrectionEvent {

    public StockAdjusted(Sku sku, LocationId location, int delta, String reason, String reference) {
      this(sku, location, delta, reason, reference, null);
    }
  }

  /**
   * Units went from one place to another; on the way they lie at a place of kind TRANSIT.
   *
   * @param cost that goes with them; absent: nobody knows
   */
  @EventType("kontor.stock.transferred.v1")
  record StockTransferred(
      Sku sku,
      LocationId from,
      LocationId to,
      Quantity quantity,
      @Nullable String reason,
      String reference,
      @Nullable GoodsCost cost)
      implements CorrectionEvent {

    public StockTransferred(
        Sku sku, LocationId from, LocationId to, Quantity units, @Nullable String why, String ref) {
      this(sku, from, to, units, why, ref, null);
    }
  }

  /**
   * Units are lost, broken or out of date: they are on hand no more.
   *
   * @param cost of the oldest units there; absent: nobody knows
   */
  @EventType("kontor.stock.written-off.v1")
  record StockWrittenOff(
      Sku sku,
      LocationId location,
      Quantity quantity,
      String reason,
      String reference,
      @Nullable GoodsCost cost)
      implements CorrectionEvent {

    public StockWrittenOff(
        Sku sku, LocationId location, Quantity quantity, String reason, String reference) {
      this(sku, location, quantity, reason, reference, null);
    }
  }
}
