package kontor.inventory.location;

import java.util.List;
import java.util.Optional;
import kontor.inventory.location.LocationEvent.LocationPut;
import kontor.inventory.location.Network.Described;

/** The rules of places: what a place is for stays, and nobody overwrites what he has not seen. */
public final class LocationDecider {

  private static final int MAX_PLACES = 200;

  private LocationDecider() {}

  /**
   * Describes a place.
   *
   * @param seen the revision that the author has seen; empty for a place that is new to him
   * @throws LocationRefusedException when the rules do not allow it
   */
  public static List<LocationEvent> put(Network network, Location wanted, Optional<Integer> seen) {
    Optional<Described> there = network.find(wanted.id());
    if (there.isEmpty()) {
      if (seen.isPresent() || network.places().size() >= MAX_PLACES) {
        throw new LocationRefusedException(
            seen.isPresent()
                ? LocationRefusedException.Reason.OUTDATED
                : LocationRefusedException.Reason.TOO_MANY);
      }
      return List.of(new LocationPut(wanted));
    }
    Described now = there.get();
    if (seen.isEmpty()) {
      throw new LocationRefusedException(LocationRefusedException.Reason.UNSEEN);
    }
    if (seen.get() != now.revision()) {
      throw new LocationRefusedException(LocationRefusedException.Reason.OUTDATED);
    }
    if (now.location().kind() != wanted.kind()) {
      throw new LocationRefusedException(LocationRefusedException.Reason.KIND_IS_FIXED);
    }
    return now.location().equals(wanted) ? List.of() : List.of(new LocationPut(wanted));
  }
}
