package kontor.inventory.allocation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.CountryCode;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.inventory.location.Location;

/**
 * An order's units and the places that could give them.
 *
 * @param country where it is delivered; empty when that was never noted
 * @param warehouses in the order of their priority
 * @param free units per article and place that no order will pick
 */
public record Demand(
    Map<Sku, Quantity> units,
    Optional<CountryCode> country,
    List<Location> warehouses,
    Map<Sku, Map<LocationId, Integer>> free) {

  int free(Sku sku, LocationId place) {
    return free.getOrDefault(sku, Map.of()).getOrDefault(place, 0);
  }
}
