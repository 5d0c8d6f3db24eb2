package kontor.inventory.purchasing;

import static kontor.inventory.purchasing.Buying.ID;
import static kontor.inventory.purchasing.Buying.NOW;
import static kontor.inventory.purchasing.Buying.arrived;
import static kontor.inventory.purchasing.Buying.freight;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kontor.contracts.LocationId;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Sku;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLineShortClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import kontor.contracts.purchasing.PurchaseOrderEvent.Spread;
import kontor.eventstore.Origin;
import kontor.eventstore.command.Versioned;
import kontor.inventory.purchasing.PurchaseCommand.Arrived;
import kontor.inventory.stock.Place;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockDecider;
import kontor.inventory.stock.StockLevel;
import kontor.inventory.stock.StockPolicy;
import org.junit.jupiter.api.Test;

/**
 * Whatever is delivered, told twice, told late or cut off in the middle: the stock has what the
 * order says, at the cost that the order says.
 */
class PurchaseLawTest {

  private static final int HISTORIES = 1_000;
  private static final Origin ORIGIN = Origin.of("test", "test");

  private final long seed = Long.getLong("kontor.seed", System.nanoTime());

  /** Stands for a process that dies. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Streams in memory; the process dies at any write while it may. */
  private static final class World implements Stock, PurchaseOrders {
    private final Random random;
    private final Buying buying = new Buying();
    private final List<PurchaseOrderEvent> topic = new ArrayList<>();
    private final Map<Sku, StockLevel> levels = new HashMap<>();
    private final PurchaseProcess process =
        new PurchaseProcess(this, this, id -> new Place(id, Place.MAIN.kind()));
    private boolean mayCrash = true;
    private int deliveriesWithCosts;

    World(long seed) {
      random = new Random(seed);
    }

    void run() {
      command(
          new PurchaseCommand.Draft(
              Buying.content(20, freight("9.99", Spread.VALUE)), Optional.empty()));
      command(Buying.send());
      for (int i = 0; i < 6; i++) {
        Set<Integer> close = random.nextInt(6) == 0 ? Set.of(1 + random.nextInt(2)) : Set.of();
        Arrived goods = arrived(1 + random.nextInt(2), 1 + random.nextInt(4));
        boolean costs = random.nextBoolean();
        int before = topic.size();
        command(
            new PurchaseCommand.Receive(
                "r" + random.nextInt(6),
                List.of(goods),
                Optional.empty(),
                costs ? List.of(freight("0.07", Spread.QUANTITY)) : List.of(),
                random.nextInt(4) == 0,
                close,
                NOW));
        deliveriesWithCosts += costs && topic.size() > before ? 1 : 0;
        deliver();
      }
      mayCrash = false;
      topic.forEach(event -> process.on(event, ORIGIN));
    }

    private void command(PurchaseCommand command) {
      try {
        topic.addAll(buying.when(command));
      } catch (PurchaseRefusedException e) {
        assertThat(e.reason()).isNotEqualTo(PurchaseRefusedException.Reason.UNKNOWN);
      }
    }

    /** Any of what was told, again or for the first time, and perhaps only half of it. */
    private void deliver() {
      for (int i = 0; i < 4; i++) {
        try {
          process.on(topic.get(random.nextInt(topic.size())), ORIGIN);
        } catch (Crash crash) {
          assertThat(mayCrash).isTrue();
        }
      }
    }

    @Override
    public List<Record> handle(Sku sku, StockCommand command, Origin origin) {
      perhapsDie();
      List<Record> events = StockDecider.decide(command, level(sku), StockPolicy.NONE);
      events.forEach(event -> levels.put(sku, level(sku).evolve(event)));
      perhapsDie();
      return events;
    }

    @Override
    public StockLevel level(Sku sku) {
      return levels.getOrDefault(sku, StockLevel.none(sku));
    }

    @Override
    public Versioned<PurchaseOrder> now(PurchaseOrderId order) {
      return new Versioned<>(buying.order, topic.size(), topic.size());
    }

    @Override
    public PurchaseOrder at(PurchaseOrderId order, long version) {
      return buying.order;
    }

    @Override
    public PurchaseOrder handle(PurchaseOrderId order, PurchaseCommand command, Origin origin) {
      command(command);
      return buying.order;
    }

    private void perhapsDie() {
      if (mayCrash && random.nextInt(6) == 0) {
        throw new Crash();
      }
    }
  }

  @Test
  void theStockHasWhatTheOrderReceivedAndExpectsWhatIsOpen() {
    System.out.println("purchase law, seed " + seed);
    for (int number = 0; number < HISTORIES; number++) {
      World world = new World(seed + number);
      world.run();
      for (PurchaseLine line : Buying.content(0).lines()) {
        StockLevel level = world.level(line.sku());
        PurchaseOrder.Sent sent = world.buying.order.progress().orElseThrow();
        assertThat(level.totalOnHand())
            .as("seed %d", seed + number)
            .isEqualTo(sent.received(line.line()));
        assertThat(level.inbound()).as("seed %d", seed + number).isEqualTo(sent.open(line));
        assertThat(cents(level))
            .as("seed %d", seed + number)
            .isEqualTo(cents(world.topic, line.line()));
      }
    }
  }

  @Test
  void everyCentOfTheLandedCostsLiesInGoodsOrIsTold() {
    for (int number = 0; number < HISTORIES; number++) {
      World world = new World(seed + number);
      world.run();
      Set<Integer> all = Set.of(1, 2);
      if (world.buying.order instanceof PurchaseOrder.Sent) {
        world.command(new PurchaseCommand.ShortClose(all, NOW));
      }
      long goods = cents(world.topic, 1) + cents(world.topic, 2);
      assertThat(goods - bare(world.topic) + left(world.topic))
          .as("seed %d", seed + number)
          .isEqualTo(999 + 7 * world.deliveriesWithCosts);
    }
  }

  /** What the goods cost at the supplier. */
  private static long bare(List<PurchaseOrderEvent> topic) {
    long cents = 0;
    for (PurchaseOrderEvent event : topic) {
      if (event instanceof GoodsReceived e) {
        for (ReceivedGoods goods : e.goods()) {
          PurchaseLine line = Buying.content(0).lines().get(goods.line() - 1);
          cents += line.unitCost().cents(goods.quantity().value(), e.rate());
        }
      }
    }
    return cents;
  }

  private static long left(List<PurchaseOrderEvent> topic) {
    return topic.stream()
        .filter(PurchaseLineShortClosed.class::isInstance)
        .mapToLong(event -> ((PurchaseLineShortClosed) event).landed().minor())
        .sum();
  }

  private static long cents(StockLevel level) {
    return level.supply().costs().at(LocationId.MAIN).open().stream()
        .mapToLong(lot -> lot.cost().cents())
        .sum();
  }

  private static long cents(List<PurchaseOrderEvent> topic, int line) {
    long cents = 0;
    for (PurchaseOrderEvent event : topic) {
      if (event instanceof GoodsReceived e && e.order().equals(ID)) {
        cents +=
            e.goods().stream()
                .filter(goods -> goods.line() == line)
                .mapToLong(goods -> goods.cost().minor())
                .sum();
      }
    }
    return cents;
  }
}
