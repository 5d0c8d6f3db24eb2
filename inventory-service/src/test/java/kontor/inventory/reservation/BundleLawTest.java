package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import kontor.contracts.ChannelId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.stock.Backorders;
import kontor.contracts.stock.StockEvent.ChannelBuffer;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.eventstore.Origin;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockPolicy;
import org.junit.jupiter.api.Test;

/** A bundle and its parts, sold on several channels at once: no part is ever promised twice. */
class BundleLawTest {

  private static final Sku TEA = PartialOrder.TEA;
  private static final Sku CUP = PartialOrder.CUP;
  private static final Sku SET = PartialOrder.SET;
  private static final List<ChannelId> CHANNELS =
      List.of(ChannelId.SHOP, new ChannelId("ebay-de"), new ChannelId("amazon-de"));

  @Test
  void case15ABundleAndItsPartInOneOrderCountTogether() {
    MemoryWarehouse warehouse = warehouse(new Random(0), 2, 9);

    assertThat(granted(warehouse, order(1, ChannelId.SHOP, Map.of(SET, 1, TEA, 1)))).isFalse();
    assertThat(granted(warehouse, order(2, ChannelId.SHOP, Map.of(SET, 1)))).isTrue();
  }

  @Test
  void case15OfTenBundlesThatNeedTwoOfTenAtMostFiveAreSold() {
    MemoryWarehouse warehouse = warehouse(new Random(0), 10, 99);

    assertThat(granted(warehouse, order(1, ChannelId.SHOP, Map.of(SET, 10)))).isFalse();
    assertThat(granted(warehouse, order(2, ChannelId.SHOP, Map.of(SET, 5)))).isTrue();
    assertThat(warehouse.level(TEA).available()).isZero();
  }

  @Test
  void noPartIsOversoldWhateverIsSoldWhere() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      MemoryWarehouse warehouse = warehouse(random, random.nextInt(60), random.nextInt(30));
      int limit = keepBack(warehouse, random);
      List<OrderId> open = new ArrayList<>();
      for (int number = 1; number < 40; number++) {
        ChannelId channel = CHANNELS.get(random.nextInt(3));
        Map<Sku, Integer> wanted = wanted(random);
        boolean possible = possible(warehouse, channel, wanted);
        Placed order = order(number, channel, wanted);
        assertThat(granted(warehouse, order)).as("seed %d: %s", seed, order).isEqualTo(possible);
        if (possible) {
          open.add(order.id());
        }
        end(warehouse, open, random);
        for (Sku sku : PartialOrder.SKUS) {
          int most = sku.equals(TEA) ? limit : 0;
          int available = warehouse.level(sku).available();
          assertThat(available).as("seed %d", seed).isGreaterThanOrEqualTo(-most);
          assertThat(warehouse.level(sku).supply().backlog().units())
              .as("seed %d", seed)
              .isLessThanOrEqualTo(Math.max(0, -available));
        }
      }
    }
  }

  private record Placed(OrderId id, ChannelId channel, Map<Sku, Integer> wanted) {}

  /** Returns how many teas may be sold before they are here. */
  private static int keepBack(MemoryWarehouse warehouse, Random random) {
    Map<ChannelId, Quantity> buffers = Map.of(CHANNELS.get(1), new Quantity(random.nextInt(5)));
    int limit = random.nextInt(3) * random.nextInt(20);
    List<ChannelBuffer> less =
        List.of(new ChannelBuffer(CHANNELS.get(2), new Quantity(random.nextInt(9))));
    Backorders rule = new Backorders(new Quantity(limit), less, null, null, null);
    Optional<Quantity> safety = Optional.of(new Quantity(random.nextInt(4)));
    StockPolicy policy = new StockPolicy(safety, buffers, 0, Optional.of(rule));
    warehouse.handle(TEA, new StockCommand.SetPolicy(policy, 0), Origin.of("test", "test"));
    return limit;
  }

  private static Map<Sku, Integer> wanted(Random random) {
    Map<Sku, Integer> wanted = new TreeMap<>();
    List.of(TEA, CUP, SET)
        .forEach(
            sku -> {
              int units = random.nextInt(4);
              if (units > 0) {
                wanted.put(sku, units);
              }
            });
    return wanted.isEmpty() ? Map.of(SET, 1) : wanted;
  }

  /** By the published figures: a bundle as often as its scarcest part allows. */
  private static boolean possible(
      MemoryWarehouse warehouse, ChannelId channel, Map<Sku, Integer> wanted) {
    int sets = wanted.getOrDefault(SET, 0);
    int teas = offered(warehouse, TEA, channel) - wanted.getOrDefault(TEA, 0);
    int cups = offered(warehouse, CUP, channel) - wanted.getOrDefault(CUP, 0);
    return teas >= 0 && cups >= 0 && sets <= Math.min(teas / 2, cups);
  }

  private static int offered(MemoryWarehouse warehouse, Sku sku, ChannelId channel) {
    StockLevelChanged level = warehouse.level(sku).published(StockPolicy.NONE);
    return level.sellable(channel).value();
  }

  private static void end(MemoryWarehouse warehouse, List<OrderId> open, Random random) {
    if (!open.isEmpty() && random.nextInt(3) == 0) {
      OrderId order = open.remove(random.nextInt(open.size()));
      warehouse.tell(
          random.nextBoolean()
              ? new OrderShipped(order, "dhl", null, MemoryWarehouse.NOW)
              : new OrderCancelled(order, "", null, MemoryWarehouse.NOW),
          false);
      answer(warehouse, order);
    }
  }

  private static boolean granted(MemoryWarehouse warehouse, Placed order) {
    List<OrderLine> lines = new ArrayList<>();
    order.wanted().forEach((sku, n) -> lines.add(PartialOrder.line(lines.size() + 1, sku, n)));
    warehouse.tell(PartialOrder.placed(order.id(), order.channel(), lines), false);
    answer(warehouse, order.id());
    return warehouse.published(order.id()).stream().anyMatch(ReservationGranted.class::isInstance);
  }

  private static void answer(MemoryWarehouse warehouse, OrderId order) {
    List.copyOf(warehouse.published(order)).forEach(event -> warehouse.tell(event, false));
  }

  private static Placed order(int number, ChannelId channel, Map<Sku, Integer> wanted) {
    return new Placed(new OrderId(new UUID(0, number).toString()), channel, new TreeMap<>(wanted));
  }

  /** A set is two teas and a cup. */
  private static MemoryWarehouse warehouse(Random random, int teas, int cups) {
    MemoryWarehouse warehouse = new MemoryWarehouse(random);
    warehouse.assortment.take(PartialOrder.bundle(2));
    warehouse.receive(TEA, teas);
    warehouse.receive(CUP, cups);
    return warehouse;
  }
}
