package kontor.inventory.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.CorrectionEvent;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.CorrectionEvent.StockWrittenOff;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.SupplyEvent.StockCostSettled;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The lots of one SKU at each of its places: first in, first out. */
public record StockCosts(PMap<LocationId, Lots> places) {

  static final StockCosts NONE = new StockCosts(HashTreePMap.empty());

  /** The lots after an event, and what it says of the cost of units that had left before. */
  record Step(StockCosts costs, Optional<StockCostSettled> settled) {}

  public Lots at(LocationId place) {
    return places.getOrDefault(place, Lots.NONE);
  }

  /** Never refuses: it happened. */
  Step after(StockEvent event) {
    if (event instanceof StockReceived e) {
      return arrived(
          e.sku(),
          e.location(),
          lots(e.reference(), e.quantity().value(), e.cost(), e.receivedAt()));
    }
    if (event instanceof StockPicked e) {
      return left(e.location(), e.quantity().value());
    }
    if (event instanceof StockReturned e) {
      return returned(e);
    }
    return event instanceof CorrectionEvent e ? corrected(e) : new Step(this, Optional.empty());
  }

  private Step corrected(CorrectionEvent event) {
    if (event instanceof StockTransferred e) {
      return transferred(e);
    }
    if (event instanceof StockWrittenOff e) {
      return left(e.location(), e.quantity().value());
    }
    if (event instanceof StockAdjusted e) {
      return e.delta() < 0
          ? left(e.location(), -e.delta())
          : arrived(e.sku(), e.location(), lots(e.reference(), e.delta(), e.cost(), null));
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private Step transferred(StockTransferred e) {
    Lots.Taken taken = at(e.from()).take(e.quantity().value());
    List<Lot> moved = new ArrayList<>(taken.lots());
    if (taken.missing() > 0) {
      moved.add(Lot.unknown(e.reference(), taken.missing()));
    }
    return with(e.from(), taken.rest()).arrived(e.sku(), e.to(), moved);
  }

  private static List<Lot> lots(
      String receipt, int units, @Nullable GoodsCost cost, @Nullable Instant at) {
    int unknown = cost == null ? units : cost.unknownUnits();
    List<Lot> lots = new ArrayList<>();
    if (cost != null && units > unknown) {
      OptionalLong cents = OptionalLong.of(cost.cents());
      lots.add(new Lot(receipt, units - unknown, cents, Optional.ofNullable(at)));
    }
    if (unknown > 0) {
      lots.add(new Lot(receipt, unknown, OptionalLong.empty(), Optional.ofNullable(at)));
    }
    return lots;
  }

  private Step left(LocationId place, int units) {
    return new Step(with(place, at(place).take(units).rest()), Optional.empty());
  }

  private Step arrived(Sku sku, LocationId place, List<Lot> lots) {
    return settle(sku, place, lots, false);
  }

  private Step returned(StockReturned e) {
    List<Lot> lots = lots(e.rma(), e.quantity().value(), e.cost(), null);
    return settle(e.sku(), e.location(), lots, true);
  }

  /** Nothing is said of units whose cost stays unknown. */
  private Step settle(Sku sku, LocationId place, List<Lot> lots, boolean first) {
    Lots now = at(place);
    int covered = 0;
    GoodsCost cost = GoodsCost.ofCents(0, 0);
    for (Lot lot : lots) {
      Lots.Added added = first ? now.addReturned(lot) : now.add(lot);
      now = added.lots();
      if (lot.cents().isPresent()) {
        covered += added.covered();
        cost = cost.plus(added.cost());
      }
    }
    return new Step(
        with(place, now),
        covered == 0
            ? Optional.empty()
            : Optional.of(new StockCostSettled(sku, place, new Quantity(covered), cost)));
  }

  private StockCosts with(LocationId place, Lots lots) {
    return new StockCosts(places.plus(place, lots));
  }
}
