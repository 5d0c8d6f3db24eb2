package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.reservation.ReservationEvent.BackorderedLine;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.stock.Backorders;
import kontor.eventstore.Origin;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockPolicy;
import org.junit.jupiter.api.Test;

/** An order of what is not here yet says so, with the day, whenever the process dies. */
class BackorderedOrderTest {

  private static final LocalDate DAY = LocalDate.parse("2026-04-14");
  private static final OrderId ORDER = new OrderId(new UUID(0, 1).toString());

  @Test
  void theReservationTellsWhichPartsOfABundleAreNotHereAndWhenTheyAre() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      MemoryWarehouse warehouse = new MemoryWarehouse(random);
      warehouse.assortment.take(PartialOrder.bundle(2));
      warehouse.receive(PartialOrder.TEA, 1);
      warehouse.receive(PartialOrder.CUP, 9);
      allow(warehouse, 5);
      var placed =
          PartialOrder.placed(
              ORDER, ChannelId.SHOP, List.of(PartialOrder.line(1, PartialOrder.SET, 2)));
      boolean done = false;
      while (!done) {
        done = warehouse.tell(placed, true);
      }
      assertThat(warehouse.published(ORDER)).as("seed %d", seed).hasSize(1);
      ReservationGranted granted = (ReservationGranted) warehouse.published(ORDER).get(0);
      assertThat(granted.backordered())
          .as("seed %d", seed)
          .containsExactly(new BackorderedLine(PartialOrder.TEA, new Quantity(3), DAY));
      assertThat(granted.oversold()).isEmpty();
    }
  }

  @Test
  void whatIsHereIsNotBackordered() {
    MemoryWarehouse warehouse = new MemoryWarehouse(new Random(1));
    warehouse.receive(PartialOrder.TEA, 2);
    allow(warehouse, 5);
    warehouse.tell(
        PartialOrder.placed(
            ORDER, ChannelId.SHOP, List.of(PartialOrder.line(1, PartialOrder.TEA, 2))),
        false);
    ReservationGranted granted = (ReservationGranted) warehouse.published(ORDER).get(0);
    assertThat(granted.backordered()).isNull();
  }

  private static void allow(MemoryWarehouse warehouse, int limit) {
    Backorders rule = new Backorders(new Quantity(limit), null, DAY, null, null);
    StockPolicy policy = new StockPolicy(Optional.empty(), Map.of(), 0, Optional.of(rule));
    warehouse.handle(
        PartialOrder.TEA, new StockCommand.SetPolicy(policy, 0), Origin.of("test", "test"));
  }
}
