package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.eventstore.Origin;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockPolicy;
import org.junit.jupiter.api.Test;

/** Two marketplaces that sell the last unit before either hears of the other's sale. */
class OversoldTest {

  private static final ChannelId AMAZON = new ChannelId("amazon-de");
  private static final ChannelId EBAY = new ChannelId("ebay-de");

  @Test
  void fault37BothSalesOfTheLastUnitAreKeptAndOneIsFlaggedOversold() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      MemoryWarehouse warehouse = new MemoryWarehouse(random);
      warehouse.receive(PartialOrder.TEA, 1);
      OrderId first = new OrderId(new UUID(run, 1).toString());
      OrderId second = new OrderId(new UUID(run, 2).toString());
      sell(warehouse, first, AMAZON);
      sell(warehouse, second, EBAY);

      assertThat(granted(warehouse, first).oversold()).as("seed %d", seed).isEmpty();
      assertThat(granted(warehouse, second).oversold()).as("seed %d", seed).hasSize(1);
      StockLevelChanged level = level(warehouse);
      assertThat(level.available()).as("seed %d", seed).isEqualTo(-1);
      assertThat(shown(warehouse, EBAY)).as("seed %d", seed).isZero();
      assertThat(shown(warehouse, ChannelId.SHOP)).as("seed %d", seed).isZero();
    }
  }

  @Test
  void fault37WithABufferTheSecondChannelShowsNoneBeforeTheLastUnitIsSold() {
    MemoryWarehouse warehouse = new MemoryWarehouse(new Random(1));
    StockPolicy policy =
        new StockPolicy(Optional.empty(), Map.of(EBAY, new Quantity(1)), 0, Optional.empty());
    warehouse.handle(
        PartialOrder.TEA, new StockCommand.SetPolicy(policy, 0), Origin.of("test", "test"));
    warehouse.receive(PartialOrder.TEA, 1);

    assertThat(shown(warehouse, AMAZON)).isEqualTo(1);
    assertThat(shown(warehouse, EBAY)).isZero();
  }

  /** Told again until it is done: the process may die between any two steps. */
  private static void sell(MemoryWarehouse warehouse, OrderId order, ChannelId channel) {
    OrderEvent placed =
        PartialOrder.placed(
            order, channel, List.of(PartialOrder.line(1, PartialOrder.TEA, 1)), true);
    boolean done = false;
    while (!done) {
      done = warehouse.tell(placed, true);
    }
  }

  private static ReservationGranted granted(MemoryWarehouse warehouse, OrderId order) {
    assertThat(warehouse.published(order)).hasSize(1);
    return (ReservationGranted) warehouse.published(order).get(0);
  }

  private static StockLevelChanged level(MemoryWarehouse warehouse) {
    return warehouse.level(PartialOrder.TEA).published(StockPolicy.NONE);
  }

  private static int shown(MemoryWarehouse warehouse, ChannelId channel) {
    return level(warehouse).sellable(channel).value();
  }
}
