package kontor.inventory.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import kontor.contracts.Quantity;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.inventory.location.Location;

/**
 * The units of an order, taken from places one after the other.
 *
 * @param missing units that none of the places has free
 */
record Filling(List<Allocation> allocations, int missing) {

  static Filling of(Demand demand, List<Location> places) {
    List<Allocation> allocations = new ArrayList<>();
    int missing = 0;
    for (var line : new TreeMap<>(demand.units()).entrySet()) {
      int left = line.getValue().value();
      for (Location place : places) {
        int units = Math.min(left, demand.free(line.getKey(), place.id()));
        if (units > 0) {
          allocations.add(new Allocation(line.getKey(), place.id(), new Quantity(units)));
        }
        left -= units;
      }
      missing += left;
    }
    return new Filling(allocations, missing);
  }
}
