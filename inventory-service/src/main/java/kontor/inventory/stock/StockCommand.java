package kontor.inventory.stock;

import java.time.Instant;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;

/**
 * What can be asked of the stock of one SKU. Each may be asked again: done once, it does nothing.
 */
public sealed interface StockCommand {

  /** Goods arrived; {@code reference} names the delivery, so that it counts once. */
  record Receive(LocationId location, Quantity quantity, String reference)
      implements StockCommand {}

  /** Puts the figure right by so many units. */
  record Adjust(LocationId location, int delta, String reason, String reference)
      implements StockCommand {}

  /** Somebody counted: so many are there. */
  record Count(LocationId location, Quantity counted, String reference) implements StockCommand {}

  /**
   * Hold units for an order.
   *
   * @param forced the units are sold already: hold them even if there are too few
   */
  record Reserve(OrderId order, Quantity quantity, Instant expiresAt, boolean forced)
      implements StockCommand {}

  /** Give back what the order still holds. */
  record Release(OrderId order) implements StockCommand {}

  /** What the order still holds has left the house. */
  record Pick(OrderId order, LocationId location) implements StockCommand {}

  /** Give back so many units of what the order holds; the cancellation counts once. */
  record ReleasePart(OrderId order, Quantity quantity, String reference) implements StockCommand {}

  /** So many units of what the order holds have left the house; the parcel counts once. */
  record PickPart(OrderId order, LocationId location, Quantity quantity, String reference)
      implements StockCommand {}

  /** Goods of an order came back, unfit to be sold. */
  record Scrap(OrderId order, String rma, Quantity quantity) implements StockCommand {}

  /** Goods of an order came back, fit to be sold. */
  record TakeBack(OrderId order, String rma, LocationId location, Quantity quantity)
      implements StockCommand {}
}
