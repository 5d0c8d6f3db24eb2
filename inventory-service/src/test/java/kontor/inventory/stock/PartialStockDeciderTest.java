package kontor.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockScrapped;
import kontor.inventory.stock.StockCommand.PickPart;
import kontor.inventory.stock.StockCommand.Receive;
import kontor.inventory.stock.StockCommand.Release;
import kontor.inventory.stock.StockCommand.ReleasePart;
import kontor.inventory.stock.StockCommand.Reserve;
import kontor.inventory.stock.StockCommand.Scrap;
import org.junit.jupiter.api.Test;

/** Orders that leave in parts or lose lines: what is held shrinks by just that, once. */
class PartialStockDeciderTest {

  private static final Sku SKU = new Sku("TEE");
  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");

  private StockLevel level = StockLevel.none(SKU);

  @Test
  void case9ReleaseSubtractsWhatIsHeldExactlyOnce() {
    when(receive(10));
    when(reserve(4));
    when(release(4, "c1"));
    then(10, 0);

    assertThat(when(release(4, "c1"))).isEmpty();
    assertThat(when(new Release(ORDER))).isEmpty();
    assertThat(when(pick(4, "p1"))).isEmpty();
    then(10, 0);
  }

  @Test
  void case11CounterEqualsHoldsAfterEachStep() {
    when(receive(10));
    when(reserve(5));
    then(10, 5);
    when(pick(2, "p1"));
    then(8, 3);
    when(release(3, "c1"));
    then(8, 0);
  }

  @Test
  void aParcelAndACancellationCountOnceEachHoweverOftenTheyAreTold() {
    when(receive(10));
    when(reserve(5));

    assertThat(when(pick(2, "p1")))
        .containsExactly(new StockPicked(SKU, ORDER, LocationId.MAIN, new Quantity(2), "p1"));
    assertThat(when(pick(2, "p1"))).isEmpty();
    assertThat(when(release(1, "c1")))
        .containsExactly(new StockReleased(SKU, ORDER, new Quantity(1), "c1"));
    assertThat(when(release(1, "c1"))).isEmpty();
    then(8, 2);
  }

  @Test
  void noMoreLeavesThanIsHeld() {
    when(receive(10));
    when(reserve(3));
    when(pick(2, "p1"));

    assertThat(when(pick(5, "p2")))
        .containsExactly(new StockPicked(SKU, ORDER, LocationId.MAIN, new Quantity(1), "p2"));
    then(7, 0);
  }

  @Test
  void whatLeftInParcelsIsNotHeldAgainWhenTheOrderIsToldLate() {
    when(receive(10));
    when(reserve(3));
    when(pick(3, "p1"));

    assertThat(when(reserve(3))).isEmpty();
    then(7, 0);
  }

  @Test
  void anEventFromBeforeThereWereParcelsTakesAllThatWasHeld() {
    when(receive(10));
    when(reserve(4));
    level = level.evolve(new StockPicked(SKU, ORDER, LocationId.MAIN, new Quantity(4), null));

    then(6, 0);
    assertThat(level.held()).isEmpty();
  }

  @Test
  void goodsUnfitToBeSoldAreNotedOnceAndNeverReachTheShelf() {
    when(receive(10));
    Scrap scrap = new Scrap(ORDER, "R1/1", new Quantity(2));

    assertThat(when(scrap)).containsExactly(new StockScrapped(SKU, ORDER, "R1/1", new Quantity(2)));
    assertThat(when(scrap)).isEmpty();
    then(10, 0);
  }

  private List<Record> when(StockCommand command) {
    List<Record> events = StockDecider.decide(command, level, StockPolicy.NONE);
    for (Record event : events) {
      level = level.evolve(event);
    }
    return events;
  }

  private void then(int onHand, int reserved) {
    assertThat(level.totalOnHand()).isEqualTo(onHand);
    assertThat(level.reserved()).isEqualTo(reserved);
    assertThat(level.held().values().stream().mapToInt(hold -> hold.quantity().value()).sum())
        .isEqualTo(reserved);
  }

  private static Receive receive(int units) {
    return new Receive(Place.MAIN, new Quantity(units), "r1");
  }

  private static Reserve reserve(int units) {
    return new Reserve(ORDER, ChannelId.SHOP, new Quantity(units), Instant.EPOCH, false);
  }

  private static PickPart pick(int units, String parcel) {
    return new PickPart(ORDER, new Quantity(units), parcel);
  }

  private static ReleasePart release(int units, String cancellation) {
    return new ReleasePart(ORDER, new Quantity(units), cancellation);
  }
}
