package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.reservation.ReservationEvent.ReservationFulfilled;
import org.junit.jupiter.api.Test;

/** Faults that other systems had with stock, by their number. */
class CasesTest {

  private static final Sku RING = new Sku("RING");
  private static final OrderId ORDER = new OrderId(new UUID(0, 1).toString());

  private final MemoryWarehouse warehouse = new MemoryWarehouse(new Random(1));

  @Test
  void case3TheSameItemAsTwoLinesCountsTogether() {
    warehouse.receive(RING, 1);
    warehouse.tell(placed(1, 1), false);

    assertThat(warehouse.of(ORDER)).isInstanceOf(Reservation.Ended.class);
    assertThat(warehouse.level(RING).totalOnHand()).isEqualTo(1);
    assertThat(warehouse.level(RING).available()).isEqualTo(1);
  }

  @Test
  void case7StockIsTakenOnceHoweverOftenItIsTold() {
    warehouse.receive(RING, 10);
    OrderShipped shipped = new OrderShipped(ORDER, "DHL", null, MemoryWarehouse.NOW);
    warehouse.tell(placed(2), false);
    warehouse.tell(new OrderConfirmed(ORDER, MemoryWarehouse.NOW), false);
    for (int times = 0; times < 3; times++) {
      warehouse.tell(shipped, false);
      warehouse.tell(new ReservationFulfilled(ORDER), false);
    }
    assertThat(warehouse.level(RING).totalOnHand()).isEqualTo(8);
    assertThat(warehouse.level(RING).reserved()).isZero();
  }

  private static OrderPlaced placed(int... units) {
    Money none = Money.of("0.00", "EUR");
    List<OrderLine> lines = new ArrayList<>();
    for (int each : units) {
      lines.add(
          new OrderLine(
              lines.size() + 1, null, RING, "", new Quantity(each), none, none, none, 1900, none));
    }
    return new OrderPlaced(
        ORDER,
        "1",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        lines,
        new OrderTotals(none, none, none, none, none),
        false,
        MemoryWarehouse.NOW);
  }
}
