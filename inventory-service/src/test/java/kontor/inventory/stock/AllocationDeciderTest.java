package kontor.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent.StockAllocated;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.UnitsAt;
import kontor.inventory.stock.StockCommand.Allocate;
import kontor.inventory.stock.StockCommand.Pick;
import kontor.inventory.stock.StockCommand.PickPart;
import kontor.inventory.stock.StockCommand.Reallocate;
import kontor.inventory.stock.StockCommand.Receive;
import kontor.inventory.stock.StockCommand.Release;
import kontor.inventory.stock.StockCommand.ReleasePart;
import kontor.inventory.stock.StockCommand.Reserve;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Units are tied to places that have them, and picked there. */
class AllocationDeciderTest {

  private static final Sku SKU = new Sku("TEE");
  private static final OrderId FIRST = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final OrderId SECOND = new OrderId("00000000-0000-0000-0000-000000000002");
  private static final LocationId EAST = new LocationId("east");
  private static final LocationId WEST = new LocationId("west");
  private static final LocationId FBA = new LocationId("fba");

  private StockLevel level = StockLevel.none(SKU);

  @Test
  void unitsArePickedWhereTheyWereAllocated() {
    when(receive(EAST, 5));
    when(receive(WEST, 5));
    when(reserve(FIRST, 4));
    when(allocate(FIRST, at(WEST, 3), at(EAST, 1)));

    assertThat(level.shelf(WEST).allocated()).isEqualTo(3);
    assertThat(level.shelf(WEST).free()).isEqualTo(2);
    assertThat(when(new Pick(FIRST))).containsExactly(picked(EAST, 1, null), picked(WEST, 3, null));
    assertThat(level.shelf(WEST)).isEqualTo(new Shelf(LocationKind.WAREHOUSE, 2, 0, 2));
    assertThat(level.reserved()).isZero();
  }

  @Test
  void aParcelTakesFromEachPlaceInTurnAndCountsOnce() {
    when(receive(EAST, 5));
    when(receive(WEST, 5));
    when(reserve(FIRST, 4));
    when(allocate(FIRST, at(WEST, 3), at(EAST, 1)));

    assertThat(when(new PickPart(FIRST, new Quantity(2), "p1")))
        .containsExactly(picked(EAST, 1, "p1"), picked(WEST, 1, "p1"));
    assertThat(when(new PickPart(FIRST, new Quantity(2), "p1"))).isEmpty();
    assertThat(level.shelf(WEST).allocated()).isEqualTo(2);
    assertThat(level.heldBy(FIRST).quantity().value()).isEqualTo(2);
  }

  @Test
  void aPlaceThatGaveItsUnitsAwayMeanwhileIsReplaced() {
    when(receive(EAST, 2));
    when(receive(WEST, 9));
    when(reserve(FIRST, 2));
    when(reserve(SECOND, 3));
    when(allocate(FIRST, at(EAST, 2)));

    assertThat(when(allocate(SECOND, at(EAST, 2), at(WEST, 1))))
        .containsExactly(new StockAllocated(SKU, SECOND, List.of(at(WEST, 3)), "allocation"));
    assertThat(when(allocate(SECOND, at(EAST, 1)))).isEmpty();
  }

  @Test
  void whatNobodyHasStaysWithoutAPlaceAndComesFromTheMainOne() {
    when(receive(EAST, 1));
    when(reserveSold(3));
    assertThat(when(allocate(FIRST, at(EAST, 3))))
        .containsExactly(new StockAllocated(SKU, FIRST, List.of(at(EAST, 1)), "allocation"));

    assertThat(when(new Pick(FIRST)))
        .containsExactly(picked(EAST, 1, null), picked(LocationId.MAIN, 2, null));
  }

  @Test
  void nothingIsPickedAtAMarketplacesPlace() {
    when(new Receive(new Place(FBA, LocationKind.MARKETPLACE), new Quantity(9), "r-fba"));
    when(receive(EAST, 9));
    when(reserve(FIRST, 1));

    assertThat(when(allocate(FIRST, at(FBA, 1))))
        .containsExactly(new StockAllocated(SKU, FIRST, List.of(at(EAST, 1)), "allocation"));
  }

  @Test
  void unitsThatAreNotFoundComeFromElsewhereWhenThereAreAny() {
    when(receive(EAST, 2));
    when(receive(WEST, 2));
    when(reserve(FIRST, 3));
    when(allocate(FIRST, at(EAST, 2), at(WEST, 1)));

    assertThat(when(new Reallocate(FIRST, EAST, "f1"))).isEmpty();
    when(receive(LocationId.MAIN, 9));
    assertThat(when(new Reallocate(FIRST, EAST, "f1")))
        .containsExactly(
            new StockAllocated(SKU, FIRST, List.of(at(LocationId.MAIN, 2), at(WEST, 1)), "f1"));
    assertThat(when(new Reallocate(FIRST, EAST, "f1"))).isEmpty();
    assertThat(level.shelf(EAST).allocated()).isZero();
  }

  @Test
  void unitsGivenBackAreFreeAtTheirPlaceAgain() {
    when(receive(EAST, 5));
    when(reserve(FIRST, 4));
    when(allocate(FIRST, at(EAST, 4)));
    when(new ReleasePart(FIRST, new Quantity(3), "c1"));
    assertThat(level.shelf(EAST).allocated()).isEqualTo(1);
    when(new Release(FIRST));
    assertThat(level.shelf(EAST).allocated()).isZero();
    assertThat(when(allocate(FIRST, at(EAST, 1)))).isEmpty();
  }

  @Test
  void whatIsAllocatedIsHeldAndThere() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      level = StockLevel.none(SKU);
      for (int step = 0; step < 80; step++) {
        when(any(random, step));
        for (LocationId place : List.of(EAST, WEST, LocationId.MAIN)) {
          int tied =
              level.held().values().stream()
                  .mapToInt(hold -> hold.allocated().getOrDefault(place, 0))
                  .sum();
          assertThat(level.shelf(place).allocated()).as("seed %d", seed).isEqualTo(tied);
        }
        level.held().values().forEach(hold -> placesFit(hold, "seed " + seed));
      }
    }
  }

  private static void placesFit(Hold hold, String where) {
    int places = hold.allocated().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(places).as(where).isBetween(0, hold.quantity().value());
    assertThat(hold.allocated().values()).as(where).doesNotContain(0);
  }

  private static StockCommand any(Random random, int step) {
    OrderId order = new OrderId(new UUID(0, 1 + random.nextInt(5)).toString());
    Quantity units = new Quantity(1 + random.nextInt(4));
    LocationId place = random.nextBoolean() ? EAST : WEST;
    return switch (random.nextInt(8)) {
      case 0 -> receive(place, 1 + random.nextInt(4), "r" + step);
      case 1 -> new Allocate(order, List.of(new UnitsAt(place, units)), "a" + step);
      case 2 -> new Reallocate(order, place, "f" + step);
      case 3 -> new PickPart(order, units, "p" + step);
      case 4 -> new ReleasePart(order, units, "c" + step);
      case 5 -> new Pick(order);
      default -> reserve(order, units.value());
    };
  }

  private List<Record> when(StockCommand command) {
    List<Record> events = StockDecider.decide(command, level, StockPolicy.NONE);
    for (Record event : events) {
      level = level.evolve(event);
    }
    return events;
  }

  private static Receive receive(LocationId place, int units) {
    return receive(place, units, "r-" + place);
  }

  private static Receive receive(LocationId place, int units, String reference) {
    return new Receive(new Place(place, LocationKind.WAREHOUSE), new Quantity(units), reference);
  }

  private static Reserve reserve(OrderId order, int units) {
    return new Reserve(order, ChannelId.SHOP, new Quantity(units), Instant.EPOCH, false);
  }

  private static Reserve reserveSold(int units) {
    return new Reserve(FIRST, ChannelId.SHOP, new Quantity(units), Instant.EPOCH, true);
  }

  private static Allocate allocate(OrderId order, UnitsAt... wishes) {
    return new Allocate(order, List.of(wishes), "allocation");
  }

  private static UnitsAt at(LocationId place, int units) {
    return new UnitsAt(place, new Quantity(units));
  }

  private static StockPicked picked(LocationId place, int units, @Nullable String parcel) {
    return new StockPicked(SKU, FIRST, place, new Quantity(units), parcel);
  }
}
