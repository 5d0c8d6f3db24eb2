package kontor.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.BackorderLevel;
import kontor.contracts.stock.Backorders;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.stock.StockEvent.Backordered;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.contracts.stock.StockEvent.StockAllocated;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockPolicySet;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.UnitsAt;
import kontor.contracts.stock.StockLevelEvent.ChannelLevel;
import kontor.contracts.stock.StockLevelEvent.InboundLevel;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.stock.SupplyEvent.StockBackorderFilled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sold before it is here: up to a limit, with a day, and filled in the order of time. */
class BackorderDeciderTest {

  private static final Sku SKU = new Sku("LAMP");
  private static final ChannelId EBAY = new ChannelId("ebay-de");
  private static final OrderId FIRST = order(1);
  private static final OrderId SECOND = order(2);
  private static final OrderId THIRD = order(3);
  private static final LocalDate DAY = LocalDate.parse("2026-04-14");
  private static final Place EAST = new Place(new LocationId("east"), LocationKind.WAREHOUSE);

  private StockLevel level = StockLevel.none(SKU);

  @Test
  void noMoreIsPromisedThanIsHereAndTheLimit() {
    receive(2, "r1");
    allow(new Backorders(new Quantity(5), null, DAY, null, null), 0);
    assertThat(reserve(FIRST, 1)).containsExactly(reserved(FIRST, 1, 0));
    assertThat(reserve(SECOND, 4)).containsExactly(reserved(SECOND, 4, 3));
    assertThat(reserve(THIRD, 3))
        .containsExactly(new StockRejected(SKU, THIRD, new Quantity(3), new Quantity(2)));
    assertThat(reserve(THIRD, 2)).containsExactly(reserved(THIRD, 2, 2));
    assertThat(reserve(order(4), 1)).hasOnlyElementsOfType(StockRejected.class);
    assertThat(level.available()).isEqualTo(-5);
  }

  @Test
  void aChannelMayPromiseLess() {
    List<ChannelBuffer> less = List.of(new ChannelBuffer(EBAY, new Quantity(1)));
    allow(new Backorders(new Quantity(5), less, null, null, null), 0);
    assertThat(reserve(FIRST, 2, EBAY))
        .containsExactly(new StockRejected(SKU, FIRST, new Quantity(2), new Quantity(1)));
    assertThat(reserve(FIRST, 1, EBAY)).hasOnlyElementsOfType(StockReserved.class);
    assertThat(reserve(SECOND, 1, EBAY)).hasOnlyElementsOfType(StockRejected.class);
    assertThat(level().backorder())
        .isEqualTo(
            new BackorderLevel(
                new Quantity(4), List.of(new ChannelLevel(EBAY, new Quantity(0))), null, null));
    assertThat(level().sellable(EBAY)).isEqualTo(Quantity.ZERO);
    assertThat(level().sellable(ChannelId.SHOP)).isEqualTo(new Quantity(4));
    assertThat(level().inStock(ChannelId.SHOP)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void safetyStockIsNotPromisedButFillsWhatIs() {
    receive(3, "r1");
    allow(new Backorders(new Quantity(2), null, DAY, null, null), 2);
    assertThat(level().sellable()).isEqualTo(new Quantity(3));
    assertThat(reserve(FIRST, 4)).hasOnlyElementsOfType(StockRejected.class);
    assertThat(reserve(FIRST, 3)).containsExactly(reserved(FIRST, 3, 0));
  }

  @Test
  void theDayIsThatOfTheNextGoodsAndSoManyDaysAfter() {
    allow(new Backorders(new Quantity(5), null, null, 2, null), 0);
    assertThat(promised(reserve(FIRST, 1))).isNull();
    expect("PO/1", 10, DAY.plusDays(9));
    expect("PO/2", 10, DAY);
    assertThat(promised(reserve(SECOND, 1))).isEqualTo(DAY.plusDays(2));
    assertThat(level().inbound())
        .containsExactly(
            new InboundLevel(LocationId.MAIN, new Quantity(10), DAY),
            new InboundLevel(LocationId.MAIN, new Quantity(10), DAY.plusDays(9)));
  }

  @Test
  void aNewArticleIsNotPromisedBeforeItsFirstDay() {
    LocalDate release = DAY.plusDays(30);
    allow(new Backorders(new Quantity(5), null, null, null, release), 0);
    assertThat(promised(reserve(FIRST, 1))).isEqualTo(release);
    expect("PO/1", 10, DAY);
    assertThat(promised(reserve(SECOND, 1))).isEqualTo(release);
    expect("PO/2", 10, release.plusDays(1));
    expect("PO/1", 0, DAY);
    assertThat(promised(reserve(THIRD, 1))).isEqualTo(release.plusDays(1));
    assertThat(level().backorder())
        .isEqualTo(new BackorderLevel(new Quantity(2), null, release.plusDays(1), release));
  }

  @Test
  void goodsThatArriveGoToThoseWhoWaitedLongest() {
    allow(new Backorders(new Quantity(9), null, DAY, null, null), 0);
    reserve(FIRST, 2);
    reserve(SECOND, 3);
    assertThat(receive(4, "r1"))
        .containsExactly(
            new StockReceived(SKU, LocationId.MAIN, new Quantity(4), "r1"),
            filled(FIRST, 2),
            filled(SECOND, 2));
    assertThat(level.supply().backlog().waiting())
        .containsExactly(new Backlog.Waiting(SECOND, new Backordered(new Quantity(1), DAY)));
    assertThat(receive(4, "r2")).hasSize(2).contains(filled(SECOND, 1));
    assertThat(level.available()).isEqualTo(3);
    assertThat(receive(1, "r3")).hasSize(1);
  }

  @Test
  void unitsGivenBackAreFirstThoseThatAreNotHereAndTheOthersFillWhatWaits() {
    receive(2, "r1");
    allow(new Backorders(new Quantity(9), null, DAY, null, null), 0);
    reserve(FIRST, 3);
    reserve(SECOND, 1);
    assertThat(when(new StockCommand.ReleasePart(FIRST, new Quantity(1), "c1")))
        .containsExactly(new StockReleased(SKU, FIRST, new Quantity(1), "c1"));
    assertThat(when(new StockCommand.Release(FIRST)))
        .containsExactly(new StockReleased(SKU, FIRST, new Quantity(2), null), filled(SECOND, 1));
    assertThat(level.available()).isEqualTo(1);
  }

  @Test
  void whatIsShippedAllTheSameIsNotWaitedForAnyMore() {
    allow(new Backorders(new Quantity(9), null, DAY, null, null), 0);
    reserve(FIRST, 2);
    assertThat(when(new StockCommand.PickPart(FIRST, new Quantity(1), "p1")))
        .containsExactly(new StockPicked(SKU, FIRST, LocationId.MAIN, new Quantity(1), "p1"));
    assertThat(level.supply().backlog().unitsOf(FIRST)).isEqualTo(1);
    when(new StockCommand.Pick(FIRST));
    assertThat(level.supply().backlog()).isEqualTo(Backlog.NONE);
  }

  @Test
  void filledUnitsAreTiedToThePlaceThatHasThem() {
    receive(1, "r1");
    allow(new Backorders(new Quantity(9), null, DAY, null, null), 0);
    reserve(FIRST, 3);
    assertThat(when(new StockCommand.Allocate(FIRST, List.of(), "allocation")))
        .containsExactly(allocated("allocation", at(LocationId.MAIN, 1)));
    assertThat(when(new StockCommand.Receive(EAST, new Quantity(5), "r2")))
        .contains(
            filled(FIRST, 2),
            allocated("filled/2", at(EAST.location(), 2), at(LocationId.MAIN, 1)));
    assertThat(when(new StockCommand.Pick(FIRST)))
        .containsExactly(
            new StockPicked(SKU, FIRST, EAST.location(), new Quantity(2), null),
            new StockPicked(SKU, FIRST, LocationId.MAIN, new Quantity(1), null));
  }

  @Test
  void whatAMarketplaceHasSoldWaitsAsWellIfAnythingMayWait() {
    assertThat(when(forced(FIRST, 2))).containsExactly(reserved(FIRST, 2, 0));
    allow(new Backorders(new Quantity(1), null, DAY, null, null), 0);
    assertThat(when(forced(SECOND, 2))).containsExactly(reserved(SECOND, 2, 2));
    assertThat(receive(3, "r1")).hasSize(2).contains(filled(SECOND, 1));
  }

  @Test
  void theRuleIsSetWithThePolicy() {
    Backorders rule = new Backorders(new Quantity(5), null, DAY, null, null);
    assertThat(allow(rule, 1))
        .containsExactly(new StockPolicySet(SKU, new Quantity(1), List.of(), rule));
    assertThat(when(new StockCommand.SetPolicy(policy(rule, 1), 1))).isEmpty();
    assertThat(level.policy().backorders()).contains(rule);
  }

  private static UnitsAt at(LocationId place, int units) {
    return new UnitsAt(place, new Quantity(units));
  }

  private static StockAllocated allocated(String reference, UnitsAt... places) {
    return new StockAllocated(SKU, FIRST, List.of(places), reference);
  }

  private static StockBackorderFilled filled(OrderId order, int units) {
    return new StockBackorderFilled(SKU, order, new Quantity(units));
  }

  private static StockReserved reserved(OrderId order, int units, int missing) {
    Backordered part = missing == 0 ? null : new Backordered(new Quantity(missing), DAY);
    return new StockReserved(SKU, order, new Quantity(units), Instant.EPOCH, part);
  }

  private static @Nullable LocalDate promised(List<Record> events) {
    Backordered part = ((StockReserved) events.get(0)).backordered();
    return part == null ? null : part.promisedOn();
  }

  private StockLevelChanged level() {
    return level.published(StockPolicy.NONE);
  }

  private List<Record> allow(Backorders rule, int safety) {
    return when(new StockCommand.SetPolicy(policy(rule, safety), level.policy().revision()));
  }

  private static StockPolicy policy(Backorders rule, int safety) {
    Optional<Quantity> kept = safety == 0 ? Optional.empty() : Optional.of(new Quantity(safety));
    return new StockPolicy(kept, Map.of(), 0, Optional.of(rule));
  }

  private void expect(String line, int units, LocalDate day) {
    when(
        new StockCommand.Expect(
            LocationId.MAIN, line, new Quantity(units), Optional.of(day), units == 0 ? 9 : 1));
  }

  private List<Record> receive(int units, String reference) {
    return when(new StockCommand.Receive(Place.MAIN, new Quantity(units), reference));
  }

  private List<Record> reserve(OrderId order, int units) {
    return reserve(order, units, ChannelId.SHOP);
  }

  private List<Record> reserve(OrderId order, int units, ChannelId channel) {
    return when(
        new StockCommand.Reserve(order, channel, new Quantity(units), Instant.EPOCH, false));
  }

  private static StockCommand forced(OrderId order, int units) {
    return new StockCommand.Reserve(order, EBAY, new Quantity(units), Instant.EPOCH, true);
  }

  private List<Record> when(StockCommand command) {
    List<Record> events = StockDecider.decide(command, level, StockPolicy.NONE);
    events.forEach(event -> level = level.evolve(event));
    return events;
  }

  private static OrderId order(int number) {
    return new OrderId(new UUID(0, number).toString());
  }
}
