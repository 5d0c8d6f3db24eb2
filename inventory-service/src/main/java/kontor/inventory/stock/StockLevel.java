package kontor.inventory.stock;

import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockEvent.StockAdjusted;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * How much there is of one SKU, and for whom it is held.
 *
 * @param onHand units per location
 * @param held units per order; an order holds a SKU once
 * @param reserved sum of what is held
 * @param booked references of receipts, adjustments and returns already booked
 */
public record StockLevel(
    Sku sku,
    PMap<LocationId, Integer> onHand,
    PMap<OrderId, Quantity> held,
    int reserved,
    PSet<String> booked) {

  public static StockLevel none(Sku sku) {
    return new StockLevel(sku, HashTreePMap.empty(), HashTreePMap.empty(), 0, HashTreePSet.empty());
  }

  public int totalOnHand() {
    return onHand.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What can still be promised; negative when more was sold than there is. */
  public int available() {
    return totalOnHand() - reserved;
  }

  /** The figures for everybody else. */
  public StockLevelChanged published() {
    return new StockLevelChanged(sku, totalOnHand(), reserved, available());
  }

  /** Never refuses: it happened. */
  public StockLevel evolve(Record event) {
    if (event instanceof StockReceived e) {
      return moved(e.location(), e.quantity().value()).with(e.reference());
    }
    if (event instanceof StockAdjusted e) {
      return moved(e.location(), e.delta()).with(e.reference());
    }
    if (event instanceof StockReturned e) {
      return moved(e.location(), e.quantity().value()).with(returnReference(e.order(), e.rma()));
    }
    if (event instanceof StockReserved e) {
      return new StockLevel(
          sku, onHand, held.plus(e.order(), e.quantity()), reserved + e.quantity().value(), booked);
    }
    if (event instanceof StockReleased e) {
      return freed(e.order());
    }
    if (event instanceof StockPicked e) {
      return moved(e.location(), -e.quantity().value()).freed(e.order());
    }
    if (event instanceof StockRejected || event instanceof StockLevelChanged) {
      return this;
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  static String returnReference(OrderId order, String rma) {
    return "return/" + order + "/" + rma;
  }

  private StockLevel moved(LocationId location, int delta) {
    int there = onHand.getOrDefault(location, 0);
    return new StockLevel(
        sku, onHand.plus(location, Math.addExact(there, delta)), held, reserved, booked);
  }

  private StockLevel with(String reference) {
    return new StockLevel(sku, onHand, held, reserved, booked.plus(reference));
  }

  private StockLevel freed(OrderId order) {
    Quantity quantity = held.getOrDefault(order, Quantity.ZERO);
    return new StockLevel(sku, onHand, held.minus(order), reserved - quantity.value(), booked);
  }
}
