package kontor.inventory.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import kontor.contracts.CountryCode;
import kontor.contracts.LocationId;
import kontor.contracts.stock.LocationKind;
import kontor.inventory.location.LocationEvent.LocationPut;
import kontor.inventory.location.LocationRefusedException.Reason;
import org.junit.jupiter.api.Test;

/** Who may describe a place, and what of it stays. */
class LocationDeciderTest {

  private static final Location FBA = place("fba-de", LocationKind.MARKETPLACE, 5);

  @Test
  void thereIsAlwaysTheMainWarehouse() {
    assertThat(Network.INITIAL.inOrder())
        .extracting(place -> place.location().id())
        .containsExactly(LocationId.MAIN);
  }

  @Test
  void aNewPlaceIsTakenAndTheSameAgainOnlyByWhoHasSeenIt() {
    assertThat(LocationDecider.put(Network.INITIAL, FBA, Optional.empty()))
        .containsExactly(new LocationPut(FBA));
    assertThat(refusal(with(FBA), FBA, Optional.empty())).isEqualTo(Reason.UNSEEN);
    assertThat(LocationDecider.put(with(FBA), FBA, Optional.of(1))).isEmpty();
  }

  @Test
  void nobodyOverwritesWhatHeHasNotSeen() {
    Location nearer = place("fba-de", LocationKind.MARKETPLACE, 1);
    Network changed = with(FBA).evolve(new LocationPut(nearer));

    assertThat(refusal(changed, FBA, Optional.of(1))).isEqualTo(Reason.OUTDATED);
    assertThat(LocationDecider.put(changed, FBA, Optional.of(2)))
        .containsExactly(new LocationPut(FBA));
    assertThat(refusal(Network.INITIAL, FBA, Optional.of(1))).isEqualTo(Reason.OUTDATED);
  }

  @Test
  void whatAPlaceIsForNeverChanges() {
    Location warehouse = place("fba-de", LocationKind.WAREHOUSE, 5);

    assertThat(refusal(with(FBA), warehouse, Optional.of(1))).isEqualTo(Reason.KIND_IS_FIXED);
  }

  @Test
  void thereIsAnEndOfPlaces() {
    Network many = Network.INITIAL;
    for (int i = 1; i < 200; i++) {
      many = many.evolve(new LocationPut(place("w-" + i, LocationKind.WAREHOUSE, i)));
    }

    assertThat(refusal(many, FBA, Optional.empty())).isEqualTo(Reason.TOO_MANY);
  }

  @Test
  void placesAreInTheOrderOfTheirPriority() {
    Network network = with(FBA).evolve(new LocationPut(place("near", LocationKind.WAREHOUSE, 1)));

    assertThat(network.inOrder())
        .extracting(place -> place.location().id().value())
        .containsExactly("main", "near", "fba-de");
  }

  @Test
  void aPlaceNeedsANameAndAPriorityInItsLimits() {
    assertThatThrownBy(() -> new Location(FBA.id(), " ", FBA.country(), FBA.kind(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> place("x", LocationKind.TRANSIT, 1000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Reason refusal(Network network, Location wanted, Optional<Integer> seen) {
    try {
      List<LocationEvent> events = LocationDecider.put(network, wanted, seen);
      throw new AssertionError("not refused: " + events);
    } catch (LocationRefusedException e) {
      return e.reason();
    }
  }

  private static Network with(Location location) {
    return Network.INITIAL.evolve(new LocationPut(location));
  }

  private static Location place(String id, LocationKind kind, int priority) {
    return new Location(new LocationId(id), "Place " + id, CountryCode.GERMANY, kind, priority);
  }
}
