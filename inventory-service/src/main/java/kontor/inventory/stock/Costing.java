package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Quantity;
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

/**
 * Puts the cost to what was decided: the oldest units leave first, found ones cost as much as the
 * newest of those whose cost is known, and what left too early is settled by what arrives.
 */
public final class Costing {

  private Costing() {}

  static List<Record> of(List<Record> decided, StockLevel level) {
    StockCosts costs = level.supply().costs();
    List<Record> events = new ArrayList<>();
    for (Record event : decided) {
      if (event instanceof StockEvent told) {
        StockEvent costed = costed(told, costs);
        StockCosts.Step step = costs.after(costed);
        events.add((Record) costed);
        step.settled().ifPresent(events::add);
        costs = step.costs();
      } else {
        events.add(event);
      }
    }
    return events;
  }

  /** What an event says of the cost of its units; empty where it says nothing. */
  public static Optional<GoodsCost> told(StockEvent event) {
    GoodsCost cost = null;
    if (event instanceof StockReceived e) {
      cost = e.cost();
    } else if (event instanceof StockPicked e) {
      cost = e.cost();
    } else if (event instanceof StockReturned e) {
      cost = e.cost();
    } else if (event instanceof StockAdjusted e) {
      cost = e.cost();
    } else if (event instanceof StockTransferred e) {
      cost = e.cost();
    } else if (event instanceof StockWrittenOff e) {
      cost = e.cost();
    } else if (event instanceof StockCostSettled e) {
      cost = e.cost();
    }
    return Optional.ofNullable(cost);
  }

  private static StockEvent costed(StockEvent event, StockCosts costs) {
    if (event instanceof StockPicked e) {
      GoodsCost cost = leaving(costs.at(e.location()), e.quantity());
      return new StockPicked(e.sku(), e.order(), e.location(), e.quantity(), e.reference(), cost);
    }
    if (event instanceof StockWrittenOff e) {
      GoodsCost cost = leaving(costs.at(e.location()), e.quantity());
      return new StockWrittenOff(
          e.sku(), e.location(), e.quantity(), e.reason(), e.reference(), cost);
    }
    if (event instanceof StockTransferred e) {
      GoodsCost cost = leaving(costs.at(e.from()), e.quantity());
      return new StockTransferred(
          e.sku(), e.from(), e.to(), e.quantity(), e.reason(), e.reference(), cost);
    }
    if (event instanceof StockAdjusted e && e.delta() != 0) {
      Lots there = costs.at(e.location());
      GoodsCost cost =
          e.delta() < 0 ? leaving(there, new Quantity(-e.delta())) : found(there, e.delta());
      return new StockAdjusted(e.sku(), e.location(), e.delta(), e.reason(), e.reference(), cost);
    }
    return event;
  }

  private static @Nullable GoodsCost leaving(Lots lots, Quantity quantity) {
    GoodsCost cost = lots.take(quantity.value()).cost();
    return cost.unknownUnits() == quantity.value() ? null : cost;
  }

  /** In proportion, rounded down to the cent. */
  private static @Nullable GoodsCost found(Lots lots, int units) {
    GoodsCost cost = null;
    for (Lot lot : lots.open()) {
      if (lot.cents().isPresent()) {
        cost = lot.cost().share(0, units, lot.units());
      }
    }
    return cost;
  }
}
