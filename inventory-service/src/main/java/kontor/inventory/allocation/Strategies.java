package kontor.inventory.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kontor.inventory.location.Location;

/** The ways to choose places; which one holds is a setting. */
public enum Strategies implements AllocationStrategy {
  /** As the manager has put them in order. */
  PRIORITY {
    @Override
    public List<Location> choose(Demand demand) {
      return demand.warehouses();
    }
  },
  /** Those in the country of delivery first. */
  NEAREST {
    @Override
    public List<Location> choose(Demand demand) {
      List<Location> places = new ArrayList<>(demand.warehouses());
      places.sort(
          Comparator.comparing(place -> !demand.country().equals(Optional.of(place.country()))));
      return places;
    }
  },
  /** As few as can give all of it; among as many, by their order. */
  FEWEST_PARCELS {
    @Override
    public List<Location> choose(Demand demand) {
      for (int size = 1; size <= Math.min(MOST, demand.warehouses().size()); size++) {
        List<Location> found = first(demand, size, 0, List.of());
        if (!found.isEmpty()) {
          return found;
        }
      }
      return demand.warehouses();
    }
  };

  /** Nobody packs an order at more places to save a parcel. */
  private static final int MOST = 3;

  private static List<Location> first(Demand demand, int size, int from, List<Location> chosen) {
    if (chosen.size() == size) {
      return Filling.of(demand, chosen).missing() == 0 ? chosen : List.of();
    }
    for (int next = from; next < demand.warehouses().size(); next++) {
      List<Location> more = new ArrayList<>(chosen);
      more.add(demand.warehouses().get(next));
      List<Location> found = first(demand, size, next + 1, more);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
