package kontor.inventory.reservation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.contracts.stock.LocationKind;
import kontor.inventory.allocation.AllocationStrategy;
import kontor.inventory.allocation.Demand;
import kontor.inventory.location.Location;
import kontor.inventory.reservation.Reservation.Held;
import kontor.inventory.stock.Stock;

/** Where the units of a confirmed order should be picked, by the figures of now. */
public final class AllocationPlan {

  private final Stock stock;
  private final Supplier<List<Location>> places;
  private final AllocationStrategy strategy;

  /**
   * @param places in the order of their priority
   */
  public AllocationPlan(Stock stock, Supplier<List<Location>> places, AllocationStrategy strategy) {
    this.stock = stock;
    this.places = places;
    this.strategy = strategy;
  }

  /** Nothing where there is nothing to choose: one warehouse, or none that has any. */
  List<Allocation> of(Held held) {
    List<Location> warehouses =
        places.get().stream().filter(place -> place.kind() == LocationKind.WAREHOUSE).toList();
    if (warehouses.size() < 2) {
      return List.of();
    }
    Map<Sku, Quantity> units = new TreeMap<>();
    Map<Sku, Map<LocationId, Integer>> free = new HashMap<>();
    for (ReservedLine line : held.lines()) {
      units.put(line.sku(), line.quantity());
      Map<LocationId, Integer> there = new HashMap<>();
      stock.level(line.sku()).shelves().forEach((id, shelf) -> there.put(id, shelf.free()));
      free.put(line.sku(), there);
    }
    return strategy.allocate(new Demand(units, held.country(), warehouses, free));
  }
}
