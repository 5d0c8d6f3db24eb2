package kontor.inventory.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kontor.contracts.CountryCode;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.contracts.stock.LocationKind;
import kontor.inventory.location.Location;
import org.junit.jupiter.api.Test;

/** Which places give what, by each way of choosing. */
class StrategiesTest {

  private static final Sku TEA = new Sku("TEA");
  private static final Sku CUP = new Sku("CUP");
  private static final List<Location> PLACES =
      List.of(place("berlin", "DE"), place("wien", "AT"), place("linz", "AT"));

  @Test
  void byPriorityTheFirstGivesWhatItHas() {
    Map<Sku, Map<LocationId, Integer>> free = free(TEA, 2, 9, 9);

    assertThat(allocate(Strategies.PRIORITY, Map.of(TEA, 5), free))
        .containsExactly(give(TEA, "berlin", 2), give(TEA, "wien", 3));
  }

  @Test
  void theNearestIsInTheCountryOfDelivery() {
    Map<Sku, Map<LocationId, Integer>> free = free(TEA, 9, 1, 9);

    assertThat(allocate(Strategies.NEAREST, Map.of(TEA, 5), free))
        .containsExactly(give(TEA, "wien", 1), give(TEA, "linz", 4));
  }

  @Test
  void fewestParcelsComeFromThePlaceThatHasAll() {
    Map<Sku, Map<LocationId, Integer>> free = free(TEA, 9, 1, 9);
    free.putAll(free(CUP, 0, 9, 1));

    assertThat(allocate(Strategies.FEWEST_PARCELS, Map.of(TEA, 1, CUP, 1), free))
        .containsExactly(give(CUP, "wien", 1), give(TEA, "wien", 1));
    assertThat(allocate(Strategies.FEWEST_PARCELS, Map.of(TEA, 2, CUP, 1), free))
        .containsExactly(give(CUP, "linz", 1), give(TEA, "linz", 2));
    assertThat(allocate(Strategies.FEWEST_PARCELS, Map.of(TEA, 2, CUP, 2), free))
        .containsExactly(give(CUP, "wien", 2), give(TEA, "berlin", 2));
  }

  @Test
  void whatNobodyHasGetsNoPlace() {
    for (Strategies strategy : Strategies.values()) {
      assertThat(allocate(strategy, Map.of(TEA, 5), free(TEA, 1, 1, 1)))
          .as("%s", strategy)
          .extracting(allocation -> allocation.quantity().value())
          .containsExactly(1, 1, 1);
    }
  }

  @Test
  void noPlaceGivesMoreThanItHasAndNoOrderGetsMoreThanItWants() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      Map<Sku, Map<LocationId, Integer>> free = free(TEA, r(random), r(random), r(random));
      free.putAll(free(CUP, r(random), r(random), r(random)));
      Map<Sku, Integer> wanted = Map.of(TEA, 1 + r(random), CUP, 1 + r(random));
      for (Strategies strategy : Strategies.values()) {
        lawsHold(allocate(strategy, wanted, free), wanted, free, strategy + " seed " + seed);
      }
    }
  }

  private static void lawsHold(
      List<Allocation> allocations,
      Map<Sku, Integer> wanted,
      Map<Sku, Map<LocationId, Integer>> free,
      String where) {
    wanted.forEach(
        (sku, units) -> {
          int all =
              free.getOrDefault(sku, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
          int given =
              allocations.stream()
                  .filter(a -> a.sku().equals(sku))
                  .mapToInt(a -> a.quantity().value())
                  .sum();
          assertThat(given).as(where).isEqualTo(Math.min(units, all));
        });
    for (Allocation given : allocations) {
      assertThat(given.quantity().value())
          .as(where)
          .isBetween(1, free.getOrDefault(given.sku(), Map.of()).getOrDefault(given.location(), 0));
    }
  }

  private static int r(Random random) {
    return random.nextInt(6);
  }

  private static List<Allocation> allocate(
      Strategies strategy, Map<Sku, Integer> wanted, Map<Sku, Map<LocationId, Integer>> free) {
    Map<Sku, Quantity> units = new HashMap<>();
    wanted.forEach((sku, n) -> units.put(sku, new Quantity(n)));
    Optional<CountryCode> austria = Optional.of(new CountryCode("AT"));
    return strategy.allocate(new Demand(units, austria, PLACES, free));
  }

  private static Map<Sku, Map<LocationId, Integer>> free(Sku sku, int... units) {
    Map<LocationId, Integer> there = new HashMap<>();
    for (int i = 0; i < units.length; i++) {
      there.put(PLACES.get(i).id(), units[i]);
    }
    return new HashMap<>(Map.of(sku, there));
  }

  private static Allocation give(Sku sku, String place, int units) {
    return new Allocation(sku, new LocationId(place), new Quantity(units));
  }

  private static Location place(String id, String country) {
    return new Location(
        new LocationId(id), id, new CountryCode(country), LocationKind.WAREHOUSE, 0);
  }
}
