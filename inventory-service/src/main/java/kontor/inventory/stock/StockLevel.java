package kontor.inventory.stock;

import java.util.HashMap;
import java.util.Map;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.CorrectionEvent.StockWrittenOff;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockAllocated;
import kontor.contracts.stock.StockEvent.StockLocationAdded;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockEvent.StockScrapped;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.stock.SupplyEvent;
import kontor.contracts.stock.SupplyEvent.StockExpected;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * How much there is of one SKU, and for whom it is held.
 *
 * @param shelves what lies at each place
 * @param held per order; an order holds a SKU once
 * @param reserved sum of what is held
 * @param booked references of receipts, adjustments and returns already booked, and the orders
 *     whose parcels took the last unit they held: those hold nothing again
 * @param supply the lots that are here, and what is on its way
 */
public record StockLevel(
    Sku sku,
    PMap<LocationId, Shelf> shelves,
    PMap<OrderId, Hold> held,
    int reserved,
    PSet<String> booked,
    StockPolicy policy,
    Supply supply) {

  public static StockLevel none(Sku sku) {
    return new StockLevel(
        sku,
        HashTreePMap.empty(),
        HashTreePMap.empty(),
        0,
        HashTreePSet.empty(),
        StockPolicy.NONE,
        Supply.NONE);
  }

  /** What lies in our warehouses; a warehouse below zero takes from the others. */
  public int totalOnHand() {
    return units(LocationKind.WAREHOUSE);
  }

  /** On its way between two places, or from a supplier. */
  public int inbound() {
    return units(LocationKind.TRANSIT) + supply.onOrder();
  }

  /** What can still be promised; negative when more was sold than there is. */
  public int available() {
    return totalOnHand() - reserved;
  }

  public Shelf shelf(LocationId location) {
    return shelves.getOrDefault(location, Shelf.EMPTY);
  }

  private int units(LocationKind kind) {
    return shelves.values().stream()
        .filter(shelf -> shelf.kind() == kind)
        .mapToInt(Shelf::units)
        .sum();
  }

  /** Nothing, for an order that holds nothing. */
  public Hold heldBy(OrderId order) {
    return held.getOrDefault(order, Hold.NOTHING);
  }

  /** The figures for everybody else; the defaults hold where the SKU has no policy of its own. */
  public StockLevelChanged published(StockPolicy defaults) {
    return new PublishedLevel(this, policy.withDefaults(defaults)).event();
  }

  /** Never refuses: it happened. */
  public StockLevel evolve(Record event) {
    StockLevel now = counted(event);
    return event instanceof StockEvent told ? now.with(supply.after(told, now)) : now;
  }

  private StockLevel counted(Record event) {
    if (event instanceof StockReserved e) {
      return holding(e.order(), Hold.of(e.quantity()));
    }
    if (event instanceof StockReleased e) {
      Hold hold = heldBy(e.order());
      return let(e.order(), hold.less(hold.atMost(e.quantity()), e.reference()), e.reference());
    }
    if (event instanceof StockPicked e) {
      Hold hold = heldBy(e.order());
      Hold rest = hold.picked(e.location(), hold.atMost(e.quantity()), e.reference());
      return moved(e.location(), -e.quantity().value()).let(e.order(), rest, e.reference());
    }
    if (event instanceof StockAllocated e) {
      Map<LocationId, Integer> places = new HashMap<>();
      e.places().forEach(at -> places.put(at.location(), at.quantity().value()));
      return held.containsKey(e.order())
          ? holding(e.order(), heldBy(e.order()).allocated(places, e.reference()))
          : this;
    }
    if (event instanceof StockReturned e) {
      return moved(e.location(), e.quantity().value()).with(BookedAs.returned(e.order(), e.rma()));
    }
    if (event instanceof StockScrapped e) {
      return with(BookedAs.scrapped(e.order(), e.rma()));
    }
    if (event instanceof StockExpected e && e.quantity().isZero()) {
      return with(BookedAs.arrived(e.line()));
    }
    if (event instanceof StockRejected
        || event instanceof SupplyEvent
        || event instanceof StockLevelChanged) {
      return this;
    }
    return countMoved(event);
  }

  private StockLevel countMoved(Record event) {
    if (event instanceof StockReceived e) {
      return moved(e.location(), e.quantity().value()).with(e.reference());
    }
    if (event instanceof StockAdjusted e) {
      return moved(e.location(), e.delta()).with(e.reference());
    }
    if (event instanceof StockTransferred e) {
      int units = e.quantity().value();
      return moved(e.from(), -units).moved(e.to(), units).with(e.reference());
    }
    if (event instanceof StockWrittenOff e) {
      return moved(e.location(), -e.quantity().value()).with(e.reference());
    }
    if (event instanceof StockPolicySet e) {
      return new StockLevel(sku, shelves, held, reserved, booked, policy.set(e), supply);
    }
    if (event instanceof StockLocationAdded e) {
      Shelf shelf = shelf(e.location()).of(e.kind());
      return new StockLevel(
          sku, shelves.plus(e.location(), shelf), held, reserved, booked, policy, supply);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private StockLevel moved(LocationId location, int delta) {
    PMap<LocationId, Shelf> now = shelves.plus(location, shelf(location).moved(delta));
    return new StockLevel(sku, now, held, reserved, booked, policy, supply);
  }

  private StockLevel with(Supply now) {
    return new StockLevel(sku, shelves, held, reserved, booked, policy, now);
  }

  private StockLevel with(String reference) {
    return new StockLevel(sku, shelves, held, reserved, booked.plus(reference), policy, supply);
  }

  /** What a hold is now; one without units ends. */
  private StockLevel let(OrderId order, Hold rest, @Nullable String reference) {
    StockLevel now = holding(order, rest);
    return rest.quantity().isZero() && reference != null ? now.with(BookedAs.spent(order)) : now;
  }

  /** Reserved and allocated units follow the hold. */
  private StockLevel holding(OrderId order, Hold now) {
    Hold before = heldBy(order);
    PMap<LocationId, Shelf> places = shelves;
    for (Map.Entry<LocationId, Integer> place : before.allocated().entrySet()) {
      places = places.plus(place.getKey(), shelf(place.getKey()).allocating(-place.getValue()));
    }
    for (Map.Entry<LocationId, Integer> place : now.allocated().entrySet()) {
      Shelf shelf = places.getOrDefault(place.getKey(), Shelf.EMPTY);
      places = places.plus(place.getKey(), shelf.allocating(place.getValue()));
    }
    PMap<OrderId, Hold> all = now.quantity().isZero() ? held.minus(order) : held.plus(order, now);
    int units = reserved - before.quantity().value() + now.quantity().value();
    return new StockLevel(sku, places, all, units, booked, policy, supply);
  }
}
