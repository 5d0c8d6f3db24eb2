package kontor.inventory.location;

import kontor.contracts.CountryCode;
import kontor.contracts.LocationId;
import kontor.contracts.stock.LocationKind;

/**
 * A place that holds stock.
 *
 * @param name for people, 1 to 80 characters
 * @param kind never changes: every unit that was booked there counts by it
 * @param priority where to pick first: the lowest, from 0 to 999
 */
public record Location(
    LocationId id, String name, CountryCode country, LocationKind kind, int priority) {

  public Location {
    if (name.isBlank() || name.length() > 80) {
      throw new IllegalArgumentException("not a name of a location: '" + name + "'");
    }
    if (priority < 0 || priority > 999) {
      throw new IllegalArgumentException("not a priority: " + priority);
    }
  }
}
