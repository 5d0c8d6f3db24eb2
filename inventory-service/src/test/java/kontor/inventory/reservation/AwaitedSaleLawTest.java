package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderLapsed;
import kontor.contracts.marketplace.MarketplaceOrderEvent.SoldUnits;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.reservation.ReservationEvent;
import org.junit.jupiter.api.Test;

/**
 * A sale that waits for its money and the order that it becomes are told on two topics, which do
 * not wait for each other, and each may be told again by a process that died: what is held in the
 * end is what the order still has to send.
 */
class AwaitedSaleLawTest {

  private static final Sku TEA = new Sku("TEA");
  private static final ChannelId AMAZON = new ChannelId("amazon-de");
  private static final OrderId ORDER = OrderId.ofSale(AMAZON, "main", "303-1");
  private static final Money NONE = Money.of("0", "EUR");
  private static final int SOLD = 3;
  private static final int STOCK = 2; // sold there all the same

  @Test
  void fault14And15UnitsOfAWaitingSaleAreHeldOnceAndGivenBackOnce() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      check(new Life(random), "seed " + seed + " run " + run);
    }
  }

  private static void check(Life life, String where) {
    life.deliver();
    assertThat(life.warehouse.level(TEA).heldBy(ORDER).quantity().value())
        .as(where)
        .isEqualTo(life.open);
    assertThat(life.warehouse.picked(ORDER, TEA)).as(where).isEqualTo(life.shipped);
    assertThat(life.warehouse.level(TEA).reserved()).as(where).isEqualTo(life.open);
    assertThat(life.warehouse.level(TEA).totalOnHand()).as(where).isEqualTo(STOCK - life.shipped);
  }

  private static final class Life {
    private final Random random;
    private final MemoryWarehouse warehouse;
    private final List<MarketplaceOrderEvent> sale = new ArrayList<>();
    private final List<OrderEvent> order = new ArrayList<>();
    private int open = SOLD;
    private int shipped;

    Life(Random random) {
      this.random = random;
      warehouse = new MemoryWarehouse(random);
      warehouse.receive(TEA, STOCK);
      sale.add(
          new MarketplaceOrderAwaited(
              AMAZON,
              "main",
              "303-1",
              CountryCode.GERMANY,
              List.of(new SoldUnits("L1", TEA, new Quantity(SOLD))),
              MemoryWarehouse.NOW));
      if (random.nextInt(4) == 0) {
        sale.add(new MarketplaceOrderLapsed(AMAZON, "main", "303-1", MemoryWarehouse.NOW));
        open = 0;
      } else {
        becomesAnOrder();
      }
    }

    private void becomesAnOrder() {
      order.add(placed(random.nextBoolean() ? "DE" : "AT"));
      order.add(new OrderConfirmed(ORDER, MemoryWarehouse.NOW));
      if (random.nextBoolean()) {
        open--;
        LineUnits one = new LineUnits(1, TEA, new Quantity(1));
        order.add(
            new LinesCancelled(
                ORDER,
                "marketplace-1",
                List.of(one),
                NONE,
                CancelledBy.MARKETPLACE,
                "",
                MemoryWarehouse.NOW));
      }
      int end = random.nextInt(3);
      if (end == 0) {
        order.add(new OrderCancelled(ORDER, "", CancelledBy.MARKETPLACE, MemoryWarehouse.NOW));
        open = 0;
      } else if (end == 1) {
        order.add(new OrderShipped(ORDER, "dhl", null, MemoryWarehouse.NOW));
        shipped = open;
        open = 0;
      }
    }

    void deliver() {
      int[] read = new int[3];
      for (int step = 0; step < 40; step++) {
        int topic = random.nextInt(3);
        read[topic] += next(topic, read[topic], true) ? 1 : 0;
        if (random.nextInt(6) == 0) {
          read[topic] = random.nextInt(read[topic] + 1);
        }
      }
      for (int topic = 0; topic < 3; topic++) {
        while (next(topic, read[topic], false)) {
          read[topic]++;
        }
      }
    }

    private boolean next(int topic, int at, boolean mayCrash) {
      List<ReservationEvent> answers = warehouse.published(ORDER);
      return switch (topic) {
        case 0 -> tell(sale, at, (event, crash) -> warehouse.tell(event, crash), mayCrash);
        case 1 -> tell(order, at, (event, crash) -> warehouse.tell(event, crash), mayCrash);
        default -> tell(answers, at, (event, crash) -> warehouse.tell(event, crash), mayCrash);
      };
    }

    private static <E> boolean tell(
        List<E> events, int at, BiPredicate<E, Boolean> how, boolean mayCrash) {
      return at < events.size() && how.test(events.get(at), mayCrash);
    }
  }

  private static OrderPlaced placed(String country) {
    return new OrderPlaced(
        ORDER,
        "1",
        AMAZON,
        "main",
        "303-1",
        new CustomerId("c"),
        new CountryCode(country),
        List.of(PartialOrder.line(1, TEA, SOLD)),
        new OrderTotals(NONE, NONE, NONE, NONE, NONE),
        true,
        MemoryWarehouse.NOW);
  }
}
