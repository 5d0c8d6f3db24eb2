package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent.StockAdjusted;
import kontor.contracts.stock.StockEvent.StockLocationAdded;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockEvent.StockScrapped;
import kontor.contracts.stock.StockEvent.StockTransferred;
import kontor.contracts.stock.StockEvent.StockWrittenOff;
import kontor.contracts.stock.StockLevelEvent.ChannelLevel;
import kontor.contracts.stock.StockLevelEvent.LocationLevel;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
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
 */
public record StockLevel(
    Sku sku,
    PMap<LocationId, Shelf> shelves,
    PMap<OrderId, Hold> held,
    int reserved,
    PSet<String> booked,
    StockPolicy policy) {

  public static StockLevel none(Sku sku) {
    return new StockLevel(
        sku, HashTreePMap.empty(), HashTreePMap.empty(), 0, HashTreePSet.empty(), StockPolicy.NONE);
  }

  /** What lies in our warehouses; a warehouse below zero takes from the others. */
  public int totalOnHand() {
    return units(LocationKind.WAREHOUSE);
  }

  /** What is on its way between two places. */
  public int inbound() {
    return units(LocationKind.TRANSIT);
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
    return held.getOrDefault(order, Hold.of(Quantity.ZERO));
  }

  /**
   * The figures for everybody else.
   *
   * @param defaults what is kept back of a SKU that has no policy of its own
   */
  public StockLevelChanged published(StockPolicy defaults) {
    StockPolicy keeps = policy.withDefaults(defaults);
    boolean mainAlone =
        shelves.isEmpty() || (shelves.size() == 1 && shelves.containsKey(LocationId.MAIN));
    return new StockLevelChanged(
        sku,
        totalOnHand(),
        reserved,
        available(),
        keeps.safety() == 0 ? null : new Quantity(Math.max(0, available() - keeps.safety())),
        keeps.buffers().isEmpty() ? null : perChannel(keeps),
        mainAlone ? null : locations());
  }

  private List<ChannelLevel> perChannel(StockPolicy keeps) {
    return keeps.listed().stream()
        .map(b -> new ChannelLevel(b.channel(), keeps.promisable(available(), b.channel())))
        .toList();
  }

  private List<LocationLevel> locations() {
    List<LocationLevel> locations = new ArrayList<>();
    shelves.forEach(
        (id, shelf) -> locations.add(new LocationLevel(id, shelf.kind(), shelf.units())));
    locations.sort(Comparator.comparing(level -> level.location().value()));
    return locations;
  }

  /** Never refuses: it happened. */
  public StockLevel evolve(Record event) {
    if (event instanceof StockReserved e) {
      PMap<OrderId, Hold> now = held.plus(e.order(), Hold.of(e.quantity()));
      return new StockLevel(sku, shelves, now, reserved + e.quantity().value(), booked, policy);
    }
    if (event instanceof StockReleased e) {
      return less(e.order(), e.quantity(), e.reference());
    }
    if (event instanceof StockPicked e) {
      return moved(e.location(), -e.quantity().value())
          .less(e.order(), e.quantity(), e.reference());
    }
    if (event instanceof StockReturned e) {
      return moved(e.location(), e.quantity().value()).with(returnReference(e.order(), e.rma()));
    }
    if (event instanceof StockScrapped e) {
      return with(scrapReference(e.order(), e.rma()));
    }
    if (event instanceof StockRejected || event instanceof StockLevelChanged) {
      return this;
    }
    return evolveMoved(event);
  }

  private StockLevel evolveMoved(Record event) {
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
      return new StockLevel(sku, shelves, held, reserved, booked, policy.set(e));
    }
    if (event instanceof StockLocationAdded e) {
      Shelf shelf = shelf(e.location()).of(e.kind());
      return new StockLevel(sku, shelves.plus(e.location(), shelf), held, reserved, booked, policy);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  static String returnReference(OrderId order, String rma) {
    return "return/" + order + "/" + rma;
  }

  static String scrapReference(OrderId order, String rma) {
    return "scrap/" + order + "/" + rma;
  }

  /** The reservation lives on while this SKU's part of it is gone: a late repetition finds this. */
  static String spentReference(OrderId order) {
    return "order/" + order;
  }

  private StockLevel moved(LocationId location, int delta) {
    PMap<LocationId, Shelf> now = shelves.plus(location, shelf(location).moved(delta));
    return new StockLevel(sku, now, held, reserved, booked, policy);
  }

  private StockLevel with(String reference) {
    return new StockLevel(sku, shelves, held, reserved, booked.plus(reference), policy);
  }

  private StockLevel less(OrderId order, Quantity quantity, @Nullable String reference) {
    Hold hold = heldBy(order);
    Quantity taken = hold.atMost(quantity);
    Hold rest = hold.less(taken, reference);
    int left = reserved - taken.value();
    if (!rest.quantity().isZero()) {
      return new StockLevel(sku, shelves, held.plus(order, rest), left, booked, policy);
    }
    StockLevel free = new StockLevel(sku, shelves, held.minus(order), left, booked, policy);
    return reference == null ? free : free.with(spentReference(order));
  }
}
