package kontor.inventory.stock;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockEvent.StockAllocated;
import kontor.contracts.stock.StockEvent.UnitsAt;
import kontor.inventory.stock.StockCommand.Allocate;
import kontor.inventory.stock.StockCommand.Reallocate;

/**
 * Ties units that are held to places. Wishes are made on figures that may be old: what a place
 * cannot give comes from where most is free, and what nobody has stays without a place.
 */
final class StockAllocator {

  static final Comparator<LocationId> BY_NAME = Comparator.comparing(LocationId::value);

  private StockAllocator() {}

  static List<Record> allocate(Allocate command, StockLevel level) {
    Hold hold = level.heldBy(command.order());
    if (hold.quantity().isZero() || hold.counted().contains(command.reference())) {
      return List.of();
    }
    Map<LocationId, Integer> places = new TreeMap<>(BY_NAME);
    int left = hold.quantity().value() - level.supply().backlog().unitsOf(command.order());
    for (UnitsAt wish : command.wishes()) {
      int units = Math.min(wish.quantity().value(), level.shelf(wish.location()).free());
      left -= put(places, wish.location(), Math.min(units, left));
    }
    Map<LocationId, Integer> free = free(level);
    places.forEach((place, units) -> free.computeIfPresent(place, (p, there) -> there - units));
    fill(places, free, left);
    return List.of(allocated(level, command.order(), places, command.reference()));
  }

  /** Nothing when no other place can give as much. */
  static List<Record> reallocate(Reallocate command, StockLevel level) {
    Hold hold = level.heldBy(command.order());
    int missing = hold.allocated().getOrDefault(command.without(), 0);
    Map<LocationId, Integer> free = free(level);
    free.remove(command.without());
    int others = free.values().stream().mapToInt(Integer::intValue).sum();
    if (missing == 0 || others < missing || hold.counted().contains(command.reference())) {
      return List.of();
    }
    Map<LocationId, Integer> places = hold.places();
    places.remove(command.without());
    fill(places, free, missing);
    return List.of(allocated(level, command.order(), places, command.reference()));
  }

  /** Ties units of an order that are here now to places; the main place alone needs no word. */
  static List<Record> fill(StockLevel level, OrderId order, int units) {
    Hold hold = level.heldBy(order);
    Map<LocationId, Integer> places = hold.places();
    fill(places, free(level), units);
    boolean mainAlone =
        hold.allocated().isEmpty() && places.keySet().equals(Set.of(LocationId.MAIN));
    int waiting = level.supply().backlog().unitsOf(order);
    return mainAlone || places.equals(hold.allocated())
        ? List.of()
        : List.of(allocated(level, order, places, "filled/" + waiting));
  }

  /** Where most is free comes first. */
  private static Map<LocationId, Integer> free(StockLevel level) {
    Map<LocationId, Integer> free = new LinkedHashMap<>();
    level.shelves().entrySet().stream()
        .filter(shelf -> shelf.getValue().free() > 0)
        .sorted(
            Comparator.comparing((Map.Entry<LocationId, Shelf> shelf) -> -shelf.getValue().free())
                .thenComparing(Map.Entry::getKey, BY_NAME))
        .forEach(shelf -> free.put(shelf.getKey(), shelf.getValue().free()));
    return free;
  }

  private static void fill(
      Map<LocationId, Integer> places, Map<LocationId, Integer> free, int units) {
    int left = units;
    for (Map.Entry<LocationId, Integer> place : free.entrySet()) {
      left -= put(places, place.getKey(), Math.min(left, place.getValue()));
    }
  }

  private static int put(Map<LocationId, Integer> places, LocationId place, int units) {
    if (units > 0) {
      places.merge(place, units, Integer::sum);
    }
    return units;
  }

  private static StockAllocated allocated(
      StockLevel level, OrderId order, Map<LocationId, Integer> places, String reference) {
    List<UnitsAt> units =
        places.entrySet().stream()
            .map(place -> new UnitsAt(place.getKey(), new Quantity(place.getValue())))
            .toList();
    return new StockAllocated(level.sku(), order, units, reference);
  }
}
