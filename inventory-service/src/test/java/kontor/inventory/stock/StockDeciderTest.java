package kontor.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.inventory.stock.StockCommand.Count;
import kontor.inventory.stock.StockCommand.Pick;
import kontor.inventory.stock.StockCommand.PickPart;
import kontor.inventory.stock.StockCommand.Receive;
import kontor.inventory.stock.StockCommand.Release;
import kontor.inventory.stock.StockCommand.ReleasePart;
import kontor.inventory.stock.StockCommand.Reserve;
import kontor.inventory.stock.StockCommand.Scrap;
import kontor.inventory.stock.StockCommand.TakeBack;
import org.junit.jupiter.api.Test;

/** What stock promises, what it refuses, and that everything counts once. */
class StockDeciderTest {

  private static final Sku SKU = new Sku("TEE");
  private static final OrderId FIRST = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final OrderId SECOND = new OrderId("00000000-0000-0000-0000-000000000002");

  @Test
  void unitsHeldForOneOrderCannotBePromisedToAnother() {
    StockLevel level = after(receive(5, "r1"), reserve(FIRST, 4));

    assertThat(StockDecider.decide(reserve(SECOND, 2), level, StockPolicy.NONE))
        .containsExactly(new StockRejected(SKU, SECOND, new Quantity(2), new Quantity(1)));
  }

  @Test
  void askedAgainTheSameIsHeldOnce() {
    StockLevel level = after(receive(5, "r1"), reserve(FIRST, 4));

    assertThat(StockDecider.decide(reserve(FIRST, 4), level, StockPolicy.NONE)).isEmpty();
  }

  @Test
  void whatAMarketplaceSoldIsHeldEvenWhenThereIsTooLittle() {
    StockLevel level = after(receive(1, "r1"));
    Reserve sold = new Reserve(FIRST, ChannelId.SHOP, new Quantity(3), Instant.EPOCH, true);

    assertThat(StockDecider.decide(sold, level, StockPolicy.NONE))
        .hasOnlyElementsOfType(StockReserved.class);
    assertThat(after(receive(1, "r1"), sold).available()).isEqualTo(-2);
  }

  @Test
  void whatIsReleasedOrPickedIsHeldNoMore() {
    StockLevel held = after(receive(5, "r1"), reserve(FIRST, 4));

    assertThat(StockDecider.decide(new Release(FIRST), held, StockPolicy.NONE))
        .containsExactly(new StockReleased(SKU, FIRST, new Quantity(4), null));
    assertThat(StockDecider.decide(new Pick(FIRST), held, StockPolicy.NONE))
        .containsExactly(new StockPicked(SKU, FIRST, LocationId.MAIN, new Quantity(4), null));
    assertThat(StockDecider.decide(new Release(SECOND), held, StockPolicy.NONE)).isEmpty();
  }

  @Test
  void aDeliveryAndAReturnCountOnce() {
    TakeBack back = new TakeBack(FIRST, "R1", LocationId.MAIN, new Quantity(1));
    StockLevel level = after(receive(5, "r1"), back);

    assertThat(level.totalOnHand()).isEqualTo(6);
    assertThat(StockDecider.decide(receive(5, "r1"), level, StockPolicy.NONE)).isEmpty();
    assertThat(StockDecider.decide(back, level, StockPolicy.NONE)).isEmpty();
  }

  @Test
  void aCountThatFoundTheBooksRightChangesNothingWhenItComesAgainAfterASale() {
    Count count = new Count(Place.MAIN, new Quantity(5), OptionalInt.empty(), "c1");
    StockLevel level = after(receive(5, "r1"), count, reserve(FIRST, 2), new Pick(FIRST));

    assertThat(StockDecider.decide(count, level, StockPolicy.NONE)).isEmpty();
    assertThat(
            StockDecider.decide(
                new Count(Place.MAIN, new Quantity(4), OptionalInt.empty(), "c2"),
                level,
                StockPolicy.NONE))
        .containsExactly(new StockAdjusted(SKU, LocationId.MAIN, 1, "stocktake", "c2"));
  }

  @Test
  void whateverIsAskedNothingIsPromisedTwiceAndAReplayGivesTheSame() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      StockLevel level = StockLevel.none(SKU);
      List<Record> history = new ArrayList<>();
      for (int step = 0; step < 60; step++) {
        for (Record event : StockDecider.decide(any(random, step), level, StockPolicy.NONE)) {
          level = level.evolve(event);
          history.add(event);
        }
        int held = level.held().values().stream().mapToInt(h -> h.quantity().value()).sum();
        assertThat(level.reserved()).as("seed %d", seed).isEqualTo(held);
        assertThat(level.available()).as("seed %d", seed).isNotNegative();
      }
      StockLevel replayed = StockLevel.none(SKU);
      for (Record event : history) {
        replayed = replayed.evolve(event);
      }
      assertThat(replayed).as("seed %d", seed).isEqualTo(level);
    }
  }

  private static StockCommand any(Random random, int step) {
    OrderId order = new OrderId(new UUID(0, random.nextInt(8)).toString());
    int units = 1 + random.nextInt(5);
    return switch (random.nextInt(8)) {
      case 0 -> receive(units, "r" + step);
      case 1 -> new Release(order);
      case 2 -> new Pick(order);
      case 3 -> new TakeBack(order, "R" + random.nextInt(3), LocationId.MAIN, new Quantity(1));
      case 4 -> new ReleasePart(order, new Quantity(units), "c" + random.nextInt(3));
      case 5 -> new PickPart(order, new Quantity(units), "p" + random.nextInt(3));
      case 6 -> new Scrap(order, "R" + random.nextInt(3), new Quantity(1));
      default -> reserve(order, units);
    };
  }

  private static StockLevel after(StockCommand... commands) {
    StockLevel level = StockLevel.none(SKU);
    for (StockCommand command : commands) {
      for (Record event : StockDecider.decide(command, level, StockPolicy.NONE)) {
        level = level.evolve(event);
      }
    }
    return level;
  }

  private static Receive receive(int units, String reference) {
    return new Receive(Place.MAIN, new Quantity(units), reference);
  }

  private static Reserve reserve(OrderId order, int units) {
    return new Reserve(order, ChannelId.SHOP, new Quantity(units), Instant.EPOCH, false);
  }
}
