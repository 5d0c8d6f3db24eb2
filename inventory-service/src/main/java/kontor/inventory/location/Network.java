package kontor.inventory.location;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.CountryCode;
import kontor.contracts.LocationId;
import kontor.contracts.stock.LocationKind;
import kontor.inventory.location.LocationEvent.LocationPut;

/** All places that hold stock. There is always the main one, described or not. */
public record Network(Map<LocationId, Described> places) {

  private static final Described MAIN =
      new Described(
          new Location(
              LocationId.MAIN, "Main warehouse", CountryCode.GERMANY, LocationKind.WAREHOUSE, 0),
          0);

  public static final Network INITIAL = new Network(Map.of(LocationId.MAIN, MAIN));

  public Network {
    places = Map.copyOf(places);
  }

  /**
   * A place as it is described now.
   *
   * @param revision how often it was described; 0 for the main one as it is delivered
   */
  public record Described(Location location, int revision) {}

  /** Never refuses: it happened. */
  public Network evolve(LocationEvent event) {
    if (event instanceof LocationPut put) {
      LocationId id = put.location().id();
      int revision = find(id).map(Described::revision).orElse(0) + 1;
      Map<LocationId, Described> now = new HashMap<>(places);
      now.put(id, new Described(put.location(), revision));
      return new Network(now);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  public Optional<Described> find(LocationId id) {
    return Optional.ofNullable(places.get(id));
  }

  /** In the order in which they are picked from. */
  public List<Described> inOrder() {
    return places.values().stream()
        .sorted(
            Comparator.comparingInt((Described d) -> d.location().priority())
                .thenComparing(d -> d.location().id().value()))
        .toList();
  }
}
