package kontor.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.CorrectionEvent.StockWrittenOff;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.SupplyEvent.StockCostSettled;
import kontor.contracts.stock.SupplyEvent.StockExpected;
import org.junit.jupiter.api.Test;

/** What goods cost: the oldest leave first, and nothing of a cost is lost. */
class CostDeciderTest {

  private static final Sku SKU = new Sku("CUP");
  private static final OrderId ORDER = order(1);
  private static final OrderId NEXT = order(2);
  private static final Instant DAY = Instant.parse("2026-03-29T01:00:00Z");
  private static final Place EAST = new Place(new LocationId("east"), LocationKind.WAREHOUSE);

  private StockLevel level = StockLevel.none(SKU);

  @Test
  void goodsArriveWithTheirCostAndTheirDay() {
    assertThat(receive("r1", 10, 100))
        .containsExactly(
            new StockReceived(
                SKU, LocationId.MAIN, new Quantity(10), "r1", GoodsCost.ofCents(100, 0), DAY));
    assertThat(lots()).containsExactly(new Lot("r1", 10, OptionalLong.of(100), Optional.of(DAY)));
  }

  @Test
  void theOldestLeaveFirstAndTheLastOfALotTakesTheRestOfItsCost() {
    receive("r1", 3, 100);
    receive("r2", 10, 500);
    assertThat(pick(ORDER, 2)).containsExactly(picked(ORDER, 2, GoodsCost.ofCents(66, 0)));
    assertThat(pick(NEXT, 2)).containsExactly(picked(NEXT, 2, GoodsCost.ofCents(84, 0)));
    assertThat(lots()).containsExactly(new Lot("r2", 9, OptionalLong.of(450), Optional.of(DAY)));
  }

  @Test
  void ofUnitsOfUnknownCostNothingIsSaid() {
    receiveUnknown("r1", 2);
    receive("r2", 2, 50);
    assertThat(pick(ORDER, 1)).containsExactly(picked(ORDER, 1, null));
    assertThat(pick(NEXT, 2)).containsExactly(picked(NEXT, 2, GoodsCost.ofCents(25, 1)));
  }

  @Test
  void lotsOfUnknownCostAreOne() {
    receiveUnknown("r1", 2);
    receiveUnknown("r2", 3);
    assertThat(lots()).containsExactly(Lot.unknown("r1", 5));
  }

  @Test
  void whatLeftTooEarlyIsSettledByWhatArrives() {
    receive("r1", 1, 10);
    assertThat(pick(ORDER, 3)).containsExactly(picked(ORDER, 3, GoodsCost.ofCents(10, 2)));
    assertThat(level.supply().costs().at(LocationId.MAIN)).isEqualTo(new Lots(List.of(), 2));
    assertThat(receive("r2", 5, 101))
        .containsExactly(
            new StockReceived(
                SKU, LocationId.MAIN, new Quantity(5), "r2", GoodsCost.ofCents(101, 0), DAY),
            new StockCostSettled(SKU, LocationId.MAIN, new Quantity(2), GoodsCost.ofCents(40, 0)));
    assertThat(lots()).containsExactly(new Lot("r2", 3, OptionalLong.of(61), Optional.of(DAY)));
  }

  @Test
  void goodsOfUnknownCostSettleNothing() {
    pick(ORDER, 2);
    assertThat(receiveUnknown("r1", 3)).hasSize(1);
    assertThat(lots()).containsExactly(Lot.unknown("r1", 1));
  }

  @Test
  void whatComesBackHasTheCostAtWhichItLeftAndLeavesFirst() {
    receive("r1", 2, 30);
    receive("r2", 5, 500);
    pick(ORDER, 2);
    assertThat(takeBack("R1", 1, GoodsCost.ofCents(15, 0)))
        .containsExactly(
            new StockReturned(
                SKU, ORDER, "R1", LocationId.MAIN, new Quantity(1), GoodsCost.ofCents(15, 0)));
    takeBack("R2", 1, GoodsCost.ofCents(15, 0));
    assertThat(lots().get(0))
        .isEqualTo(new Lot("returned", 2, OptionalLong.of(30), Optional.empty()));
    assertThat(takeBack("R2", 1, GoodsCost.ofCents(15, 0))).isEmpty();
    assertThat(pick(NEXT, 3)).containsExactly(picked(NEXT, 3, GoodsCost.ofCents(130, 0)));
  }

  @Test
  void aTransferTakesTheLotsAlong() {
    receive("r1", 2, 30);
    receive("r2", 2, 50);
    assertThat(when(new StockCommand.Transfer(Place.MAIN, EAST, new Quantity(3), null, "t")))
        .containsExactly(
            new StockTransferred(
                SKU,
                LocationId.MAIN,
                EAST.location(),
                new Quantity(3),
                null,
                "t",
                GoodsCost.ofCents(55, 0)));
    assertThat(level.supply().costs().at(EAST.location()).open())
        .containsExactly(
            new Lot("r1", 2, OptionalLong.of(30), Optional.of(DAY)),
            new Lot("r2", 1, OptionalLong.of(25), Optional.of(DAY)));
  }

  @Test
  void lossesAndMissingUnitsLeaveAtTheirCostAndFoundOnesCostAsTheNewest() {
    receive("r1", 4, 40);
    receive("r2", 4, 80);
    assertThat(when(new StockCommand.WriteOff(Place.MAIN, new Quantity(1), "broken", "w")))
        .containsExactly(
            new StockWrittenOff(
                SKU, LocationId.MAIN, new Quantity(1), "broken", "w", GoodsCost.ofCents(10, 0)));
    assertThat(when(new StockCommand.Adjust(Place.MAIN, -1, "gone", "a1")))
        .containsExactly(
            new StockAdjusted(SKU, LocationId.MAIN, -1, "gone", "a1", GoodsCost.ofCents(10, 0)));
    assertThat(when(new StockCommand.Count(Place.MAIN, new Quantity(8), OptionalInt.empty(), "c1")))
        .containsExactly(
            new StockAdjusted(
                SKU, LocationId.MAIN, 2, "stocktake", "c1", GoodsCost.ofCents(40, 0)));
  }

  @Test
  void oldLotsBecomeOneWhenThereAreTooMany() {
    for (int i = 1; i <= 102; i++) {
      receive("r" + i, 1, i);
    }
    assertThat(lots()).hasSize(100);
    assertThat(lots().get(0)).isEqualTo(new Lot("r1", 3, OptionalLong.of(6), Optional.of(DAY)));
  }

  @Test
  void whatIsExpectedIsToldAnewOnlyByANewerRevisionAndNotAfterTheLastUnit() {
    assertThat(expect(10, 2)).containsExactly(expected(10, 2));
    assertThat(level.inbound()).isEqualTo(10);
    assertThat(expect(8, 2)).isEmpty();
    assertThat(expect(10, 3)).isEmpty();
    assertThat(expect(4, 4)).containsExactly(expected(4, 4));
    assertThat(expect(0, 5)).containsExactly(expected(0, 5));
    assertThat(expect(7, 6)).isEmpty();
    assertThat(level.inbound()).isZero();
  }

  private static StockExpected expected(int units, long revision) {
    return new StockExpected(SKU, LocationId.MAIN, "PO/1", new Quantity(units), null, revision);
  }

  private List<Record> expect(int units, long revision) {
    return when(
        new StockCommand.Expect(
            LocationId.MAIN, "PO/1", new Quantity(units), Optional.empty(), revision));
  }

  private List<Record> takeBack(String rma, int units, GoodsCost cost) {
    return when(
        new StockCommand.TakeBack(
            ORDER, rma, LocationId.MAIN, new Quantity(units), Optional.of(cost)));
  }

  private List<Record> receive(String reference, int units, long cents) {
    return when(
        new StockCommand.Receive(
            Place.MAIN,
            new Quantity(units),
            reference,
            Optional.of(GoodsCost.ofCents(cents, 0)),
            Optional.of(DAY)));
  }

  private List<Record> receiveUnknown(String reference, int units) {
    return when(new StockCommand.Receive(Place.MAIN, new Quantity(units), reference));
  }

  private List<Record> pick(OrderId order, int units) {
    when(new StockCommand.Reserve(order, ChannelId.SHOP, new Quantity(units), DAY, true));
    return when(new StockCommand.Pick(order));
  }

  private static StockPicked picked(
      OrderId order, int units, @org.jspecify.annotations.Nullable GoodsCost cost) {
    return new StockPicked(SKU, order, LocationId.MAIN, new Quantity(units), null, cost);
  }

  private List<Record> when(StockCommand command) {
    List<Record> events = StockDecider.decide(command, level, StockPolicy.NONE);
    events.forEach(event -> level = level.evolve(event));
    return events;
  }

  private List<Lot> lots() {
    return level.supply().costs().at(LocationId.MAIN).open();
  }

  private static OrderId order(int number) {
    return new OrderId(new UUID(0, number).toString());
  }
}
