package kontor.inventory.location;

import java.util.Optional;
import kontor.contracts.LocationId;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.inventory.location.Network.Described;

/** The places, kept as one stream: there are few of them. */
public final class Locations {

  public static final AggregateType<Network, LocationEvent> TYPE =
      AggregateType.of("network", LocationEvent.class, id -> Network.INITIAL, Network::evolve);

  private static final String STREAM = "locations";

  private final Aggregates<Network, LocationEvent> networks;

  public Locations(Aggregates<Network, LocationEvent> networks) {
    this.networks = networks;
  }

  /** As stored, whatever instance changed it last. */
  public Network all() {
    return networks.refresh(STREAM).state();
  }

  /** As this instance knows it; a place that is new somewhere else may be missing for a while. */
  public Network known() {
    return networks.lastSeen(STREAM).state();
  }

  /** From memory when it is known there, since what matters of a place never changes. */
  public Optional<Location> find(LocationId id) {
    return networks
        .lastSeen(STREAM)
        .state()
        .find(id)
        .or(() -> all().find(id))
        .map(Described::location);
  }

  /**
   * Describes a place and returns it.
   *
   * @param seen the revision that the author has seen; empty for a new place
   */
  public Described put(Location wanted, Optional<Integer> seen, Origin origin) {
    return networks
        .update(STREAM, origin, network -> LocationDecider.put(network, wanted, seen))
        .state()
        .find(wanted.id())
        .orElseThrow();
  }
}
