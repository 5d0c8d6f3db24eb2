package kontor.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.CorrectionEvent.StockWrittenOff;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockLocationAdded;
import kontor.contracts.stock.StockLevelEvent.LocationLevel;
import kontor.inventory.stock.StockCommand.Adjust;
import kontor.inventory.stock.StockCommand.Count;
import kontor.inventory.stock.StockCommand.Pick;
import kontor.inventory.stock.StockCommand.Receive;
import kontor.inventory.stock.StockCommand.Reserve;
import kontor.inventory.stock.StockCommand.TakeBack;
import kontor.inventory.stock.StockCommand.Transfer;
import kontor.inventory.stock.StockCommand.WriteOff;
import org.junit.jupiter.api.Test;

/** Several places: what counts where, and that the ledger adds up for each of them. */
class MovementDeciderTest {

  private static final Sku SKU = new Sku("TEE");
  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Place SECOND = place("second", LocationKind.WAREHOUSE);
  private static final Place FBA = place("fba-de", LocationKind.MARKETPLACE);
  private static final Place ROAD = place("on-the-way", LocationKind.TRANSIT);
  private static final List<Place> PLACES = List.of(Place.MAIN, SECOND, FBA, ROAD);

  private StockLevel level = StockLevel.none(SKU);

  @Test
  void case13AWarehouseBelowZeroTakesFromTheOthers() {
    when(new Adjust(Place.MAIN, -5, "miscount", "a1"));
    when(new Receive(SECOND, new Quantity(7), "r1"));
    assertThat(level.available()).isEqualTo(2);

    when(new Adjust(SECOND, -4, "miscount", "a2"));
    assertThat(level.published(StockPolicy.NONE).sellable()).isEqualTo(Quantity.ZERO);
    assertThat(level.shelf(LocationId.MAIN).units()).isEqualTo(-5);
    assertThat(when(reserve(1))).hasSize(1).first().asString().contains("StockRejected");
  }

  @Test
  void case5RestockAndSaleAtTheSameTimeBothCount() {
    when(receive(10));
    when(reserve(3));
    when(new TakeBack(ORDER, "R1/1", LocationId.MAIN, new Quantity(2)));
    when(new Pick(ORDER));

    assertThat(level.totalOnHand()).isEqualTo(9);
  }

  @Test
  void case5ACountIsNotBookedWhenTheShelfMovedSinceTheCounterLooked() {
    when(receive(10));
    when(reserve(1));
    int seen = level.shelf(LocationId.MAIN).movements();
    when(new Pick(ORDER));
    Count count = new Count(Place.MAIN, new Quantity(50), OptionalInt.of(seen), "c1");

    assertThat(when(count)).isEmpty();
    assertThat(level.booked()).doesNotContain("c1");
    assertThat(when(new Count(Place.MAIN, new Quantity(50), OptionalInt.of(seen + 1), "c1")))
        .containsExactly(new StockAdjusted(SKU, LocationId.MAIN, 41, "stocktake", "c1"));
  }

  @Test
  void whatIsOnlyHeldDoesNotDisturbACount() {
    when(receive(10));
    int seen = level.shelf(LocationId.MAIN).movements();
    when(reserve(1));

    assertThat(when(new Count(Place.MAIN, new Quantity(50), OptionalInt.of(seen), "c1")))
        .hasSize(1);
    assertThat(level.available()).isEqualTo(49);
  }

  @Test
  void whatIsOnItsWayOrAtAMarketplaceCannotBeSold() {
    when(receive(10));
    assertThat(when(transfer(ROAD, 4, "t1")))
        .containsExactly(
            new StockLocationAdded(SKU, ROAD.location(), LocationKind.TRANSIT),
            new StockTransferred(
                SKU, LocationId.MAIN, ROAD.location(), new Quantity(4), null, "t1"));
    assertThat(level.available()).isEqualTo(6);
    assertThat(level.inbound()).isEqualTo(4);

    when(new Transfer(ROAD, FBA, new Quantity(4), "to Amazon", "t2"));
    assertThat(level.available()).isEqualTo(6);
    assertThat(level.inbound()).isZero();
    assertThat(level.published(StockPolicy.NONE).locations())
        .containsExactly(
            new LocationLevel(FBA.location(), LocationKind.MARKETPLACE, 4),
            new LocationLevel(LocationId.MAIN, LocationKind.WAREHOUSE, 6),
            new LocationLevel(ROAD.location(), LocationKind.TRANSIT, 0));
  }

  @Test
  void aPlaceIsNamedOnceAndAlsoWhenGoodsComeFromIt() {
    assertThat(when(new Transfer(FBA, Place.MAIN, new Quantity(1), null, "t1"))).hasSize(2);
    assertThat(when(new Transfer(FBA, Place.MAIN, new Quantity(1), null, "t2"))).hasSize(1);
    assertThat(level.totalOnHand()).isEqualTo(2);
  }

  @Test
  void eachDocumentCountsOnceAndNothingMovesNothing() {
    when(receive(10));
    WriteOff loss = new WriteOff(Place.MAIN, new Quantity(2), "broken", "w1");

    assertThat(when(loss))
        .containsExactly(
            new StockWrittenOff(SKU, LocationId.MAIN, new Quantity(2), "broken", "w1"));
    assertThat(when(loss)).isEmpty();
    assertThat(when(new WriteOff(Place.MAIN, Quantity.ZERO, "", "w2"))).isEmpty();
    assertThat(when(new Receive(FBA, Quantity.ZERO, "r2"))).isEmpty();
    assertThat(when(new Adjust(Place.MAIN, 0, "", "a1"))).isEmpty();
    assertThat(when(transfer(Place.MAIN, 3, "t1"))).isEmpty();
    assertThat(when(transfer(SECOND, 0, "t2"))).isEmpty();
    assertThat(level.totalOnHand()).isEqualTo(8);
  }

  @Test
  void onlyTheMainPlaceNeedsNoListOfPlaces() {
    assertThat(level.published(StockPolicy.NONE).locations()).isNull();
    when(receive(10));
    assertThat(level.published(StockPolicy.NONE).locations()).isNull();
    when(new Receive(SECOND, new Quantity(1), "r2"));
    assertThat(level.published(StockPolicy.NONE).locations()).hasSize(2);
  }

  @Test
  void theLedgerAddsUpToTheFiguresOfEveryMoment() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      level = StockLevel.none(SKU);
      Map<LocationId, Integer> onHand = new HashMap<>();
      int reserved = 0;
      for (int step = 0; step < 60; step++) {
        for (Record event : when(any(random, step))) {
          StockChange change = StockChange.of((StockEvent) event);
          change.onHand().forEach((place, units) -> onHand.merge(place, units, Integer::sum));
          reserved += change.reserved();
        }
        assertThat(reserved).as("seed %d", seed).isEqualTo(level.reserved());
        for (Place place : PLACES) {
          assertThat(onHand.getOrDefault(place.location(), 0))
              .as("seed %d: %s", seed, place)
              .isEqualTo(level.shelf(place.location()).units());
        }
        assertThat(level.totalOnHand())
            .as("seed %d", seed)
            .isEqualTo(
                onHand.getOrDefault(LocationId.MAIN, 0)
                    + onHand.getOrDefault(SECOND.location(), 0));
      }
    }
  }

  private static StockCommand any(Random random, int step) {
    Place place = PLACES.get(random.nextInt(4));
    Place other = PLACES.get(random.nextInt(4));
    Quantity units = new Quantity(random.nextInt(5));
    OrderId order = new OrderId(new UUID(0, random.nextInt(8)).toString());
    return switch (random.nextInt(9)) {
      case 0 -> new Receive(place, units, "r" + step);
      case 1 -> new Adjust(place, random.nextInt(7) - 3, "", "a" + step);
      case 2 -> new Count(place, units, OptionalInt.of(random.nextInt(3)), "c" + step);
      case 3 -> new Transfer(other, place, units, null, "t" + step);
      case 4 -> new WriteOff(place, units, "", "w" + step);
      case 5 -> new StockCommand.PickPart(order, units, "p" + step);
      case 6 -> new StockCommand.Release(order);
      case 7 -> new StockCommand.Scrap(order, "R" + step, units);
      default -> new Reserve(order, ChannelId.SHOP, units, Instant.EPOCH, random.nextBoolean());
    };
  }

  private List<Record> when(StockCommand command) {
    List<Record> events = StockDecider.decide(command, level, StockPolicy.NONE);
    for (Record event : events) {
      level = level.evolve(event);
    }
    return events;
  }

  private static Receive receive(int units) {
    return new Receive(Place.MAIN, new Quantity(units), "r1");
  }

  private static Transfer transfer(Place to, int units, String reference) {
    return new Transfer(Place.MAIN, to, new Quantity(units), null, reference);
  }

  private static Reserve reserve(int units) {
    return new Reserve(ORDER, ChannelId.SHOP, new Quantity(units), Instant.EPOCH, false);
  }

  private static Place place(String id, LocationKind kind) {
    return new Place(new LocationId(id), kind);
  }
}
