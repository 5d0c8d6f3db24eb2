package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.inventory.stock.Hold;
import kontor.inventory.stock.StockLevel;
import org.junit.jupiter.api.Test;

/** Orders that go in parts, told again and again by processes that die: the books come right. */
class ReservationLawTest {

  private static final int STOCK = 40;

  @Test
  void everyUnitIsHeldPickedAndReleasedOnceWhateverIsRepeatedOrInterrupted() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      MemoryWarehouse warehouse = new MemoryWarehouse(random);
      PartialOrder.SKUS.forEach(sku -> warehouse.receive(sku, STOCK));
      if (random.nextBoolean()) {
        warehouse.openSecond(10);
      }
      warehouse.assortment.take(PartialOrder.bundle(2));
      List<PartialOrder> orders = List.of(new PartialOrder(1, random), new PartialOrder(2, random));
      deliver(orders, warehouse, random, "seed " + seed + " run " + run);
      orders.forEach(order -> booksAreRight(order, warehouse, "seed " + seed));
      PartialOrder.SKUS.forEach(sku -> onHandIsRight(orders, sku, warehouse, "seed " + seed));
    }
  }

  private static void deliver(
      List<PartialOrder> orders, MemoryWarehouse warehouse, Random random, String where) {
    for (int step = 0; step < 150; step++) {
      orders.get(random.nextInt(orders.size())).deliverNext(warehouse, random);
      if (orders.stream().allMatch(order -> order.reserved(warehouse))) {
        warehouse.assortment.take(PartialOrder.bundle(5)); // put together anew
      }
      PartialOrder.SKUS.forEach(sku -> counterEqualsHolds(warehouse.level(sku), where));
    }
    orders.forEach(order -> order.deliverRest(warehouse));
  }

  private static void counterEqualsHolds(StockLevel level, String where) {
    List<Quantity> held = level.held().values().stream().map(Hold::quantity).toList();
    assertThat(held).as(where).doesNotContain(Quantity.ZERO);
    assertThat(level.reserved()).as(where).isEqualTo(held.stream().mapToInt(Quantity::value).sum());
    assertThat(level.available()).as(where).isNotNegative();
  }

  private static void booksAreRight(PartialOrder order, MemoryWarehouse warehouse, String where) {
    Map<Sku, Integer> held = order.articles(order.open());
    Map<Sku, Integer> gone = order.articles(order.shipped());
    for (Sku sku : PartialOrder.SKUS) {
      assertThat(warehouse.level(sku).heldBy(order.id()).quantity().value())
          .as("%s: held of %s", where, sku)
          .isEqualTo(held.getOrDefault(sku, 0));
      assertThat(warehouse.picked(order.id(), sku))
          .as("%s: picked of %s", where, sku)
          .isEqualTo(gone.getOrDefault(sku, 0));
    }
  }

  private static void onHandIsRight(
      List<PartialOrder> orders, Sku sku, MemoryWarehouse warehouse, String where) {
    int gone = orders.stream().mapToInt(o -> o.articles(o.shipped()).getOrDefault(sku, 0)).sum();
    assertThat(warehouse.level(sku).totalOnHand()).as(where).isEqualTo(STOCK - gone);
  }
}
