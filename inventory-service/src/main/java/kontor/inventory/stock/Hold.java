package kontor.inventory.stock;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockEvent.UnitsAt;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What one order holds of a SKU.
 *
 * @param quantity units that are still held
 * @param allocated those of them that will be picked at a certain place
 * @param counted references of the parcels, cancellations and allocations that are done
 */
public record Hold(Quantity quantity, PMap<LocationId, Integer> allocated, PSet<String> counted) {

  static final Hold NOTHING = of(Quantity.ZERO);

  public static Hold of(Quantity quantity) {
    return new Hold(quantity, HashTreePMap.empty(), HashTreePSet.empty());
  }

  /** Of so many units, those that are held; none for what was counted before. */
  Quantity taken(Quantity wanted, String reference) {
    return counted.contains(reference) ? Quantity.ZERO : atMost(wanted);
  }

  /** No more than are held. */
  Quantity atMost(Quantity wanted) {
    return wanted.compareTo(quantity) < 0 ? wanted : quantity;
  }

  /** In the order of places. */
  Map<LocationId, Integer> places() {
    Map<LocationId, Integer> places = new TreeMap<>(StockAllocator.BY_NAME);
    places.putAll(allocated);
    return places;
  }

  /** Where units will be picked, in the order of places. */
  public List<UnitsAt> unitsAt() {
    return places().entrySet().stream()
        .map(place -> new UnitsAt(place.getKey(), new Quantity(place.getValue())))
        .toList();
  }

  /** Units given back: first those that have no place, then those of the last place. */
  Hold less(Quantity taken, @Nullable String reference) {
    int left = quantity.value() - taken.value();
    Map<LocationId, Integer> rest = new TreeMap<>(StockAllocator.BY_NAME);
    places()
        .forEach(
            (place, units) -> {
              int before = rest.values().stream().mapToInt(Integer::intValue).sum();
              int kept = Math.min(units, left - before);
              if (kept > 0) {
                rest.put(place, kept);
              }
            });
    return new Hold(new Quantity(left), HashTreePMap.from(rest), with(reference));
  }

  /** Units picked at a place. */
  Hold picked(LocationId place, Quantity taken, @Nullable String reference) {
    int there = allocated.getOrDefault(place, 0) - taken.value();
    PMap<LocationId, Integer> rest =
        there > 0 ? allocated.plus(place, there) : allocated.minus(place);
    return new Hold(quantity, rest, counted).less(taken, reference);
  }

  Hold allocated(Map<LocationId, Integer> places, String reference) {
    return new Hold(quantity, HashTreePMap.from(places), with(reference));
  }

  private PSet<String> with(@Nullable String reference) {
    return reference == null ? counted : counted.plus(reference);
  }
}
