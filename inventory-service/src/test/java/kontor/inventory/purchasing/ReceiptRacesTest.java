package kontor.inventory.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.contracts.ChannelId;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.SupplierId;
import kontor.contracts.UnitCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.contracts.stock.Backorders;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.kafka.TopicCreator;
import kontor.inventory.stock.Departures;
import kontor.inventory.stock.Lot;
import kontor.inventory.stock.Place;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockLevel;
import kontor.inventory.stock.StockPolicy;
import kontor.inventory.stock.StoredStock;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two instances hear of deliveries, twice and in any order, while orders are picked. */
class ReceiptRacesTest {

  private static final int ROUNDS = Integer.getInteger("kontor.races.rounds", 20);
  private static final int DELIVERIES = 8;
  private static final Origin ORIGIN = Origin.of("test", "test");
  private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());
  private static final MongoDatabase DATABASE = CLIENT.getDatabase("receipts_" + UUID.randomUUID());
  private static final List<Instance> INSTANCES = start();
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** One instance of the service, without its edges. */
  private record Instance(
      EventStore store, Stock stock, PurchaseOrders orders, PurchaseProcess process) {}

  private static List<Instance> start() {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    return List.of(instance("receipts-1"), instance("receipts-2"));
  }

  private static Instance instance(String name) {
    EventStore store =
        new EventStore(
            DATABASE,
            TestPlatform.bootstrapServers(),
            "receipts",
            name,
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    EventCodec codec = EventCodec.ofTopics();
    Stock stock =
        new StoredStock(
            store.aggregates(StoredStock.type(StockPolicy.NONE), codec),
            StockPolicy.NONE,
            Departures.FORGOTTEN);
    PurchaseOrders orders =
        new StoredPurchaseOrders(store.aggregates(StoredPurchaseOrders.TYPE, codec));
    return new Instance(
        store,
        stock,
        orders,
        new PurchaseProcess(stock, orders, id -> new Place(id, Place.MAIN.kind())));
  }

  @AfterAll
  static void close() {
    THREADS.shutdownNow();
    INSTANCES.forEach(instance -> instance.store().close());
    CLIENT.close();
  }

  @Test
  void everyDeliveryCountsOnceAndNoCentIsLostWhileOrdersArePicked() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Sku sku = new Sku("RACE-" + run + "-" + round);
      PurchaseOrderId order = new PurchaseOrderId("PO-" + run + "-" + round);
      order(order, sku);
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < DELIVERIES; i++) {
        GoodsReceived delivery = deliver(order, i);
        for (Instance instance : INSTANCES) {
          all.add(() -> told(instance, delivery));
        }
        Instance picking = INSTANCES.get(i % 2);
        all.add(() -> picked(picking, sku));
      }
      Collections.shuffle(all, new Random(round));
      together(all);
      for (Instance instance : INSTANCES) {
        assertBooks(instance.stock().level(sku), round);
      }
    }
  }

  @Test
  void ofFiftyBuyersOfSevenUnitsThatAreNotHereExactlySevenGetOne() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Sku sku = new Sku("BACK-" + run + "-" + round);
      Backorders rule = new Backorders(new Quantity(7), null, null, null, null);
      StockPolicy policy = new StockPolicy(Optional.empty(), Map.of(), 0, Optional.of(rule));
      INSTANCES.get(0).stock().handle(sku, new StockCommand.SetPolicy(policy, 0), ORIGIN);
      List<Callable<Void>> buyers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        Instance instance = INSTANCES.get(i % 2);
        buyers.add(() -> reserved(instance, sku));
      }
      together(buyers);
      StockLevel level = INSTANCES.get(1).stock().level(sku);
      assertThat(level.available()).as("round %d", round).isEqualTo(-7);
      assertThat(level.supply().backlog().waiting()).as("round %d", round).hasSize(7);
    }
  }

  private static Void reserved(Instance instance, Sku sku) {
    OrderId order = new OrderId(UUID.randomUUID().toString());
    StockCommand reserve =
        new StockCommand.Reserve(order, ChannelId.SHOP, new Quantity(1), Instant.EPOCH, false);
    instance.stock().handle(sku, reserve, ORIGIN);
    return null;
  }

  /** Of 80 units that arrived 8 were picked and 2 will not come. */
  private static void assertBooks(StockLevel level, int round) {
    List<Lot> lots = level.supply().costs().at(LocationId.MAIN).open();
    assertThat(level.totalOnHand()).as("round %d", round).isEqualTo(DELIVERIES * 10 - DELIVERIES);
    assertThat(lots.stream().mapToInt(Lot::units).sum()).isEqualTo(level.totalOnHand());
    assertThat(level.inbound()).isEqualTo(2);
    assertThat(level.reserved()).isZero();
  }

  private static void order(PurchaseOrderId id, Sku sku) {
    PurchaseLine line =
        new PurchaseLine(
            1, sku, LocationId.MAIN, new Quantity(DELIVERIES * 10 + 2), UnitCost.of("0.101"), null);
    PurchaseOrderDrafted draft =
        new PurchaseOrderDrafted(id, new SupplierId("s"), "EUR", List.of(line), List.of(), null, 0);
    PurchaseOrders orders = INSTANCES.get(0).orders();
    orders.handle(id, new PurchaseCommand.Draft(draft, Optional.empty()), ORIGIN);
    orders.handle(id, Buying.send(), ORIGIN);
  }

  private static GoodsReceived deliver(PurchaseOrderId id, int number) {
    PurchaseCommand receive =
        new PurchaseCommand.Receive(
            "r" + number,
            List.of(Buying.arrived(1, 10)),
            Optional.empty(),
            List.of(),
            false,
            Set.of(),
            Instant.EPOCH);
    Instance instance = INSTANCES.get(number % 2);
    PurchaseOrder now = instance.orders().handle(id, receive, ORIGIN);
    return Objects.requireNonNull(now.progress().orElseThrow().receipts().get("r" + number));
  }

  private static Void told(Instance instance, GoodsReceived delivery) {
    instance.process().on(delivery, ORIGIN);
    return null;
  }

  private static Void picked(Instance instance, Sku sku) {
    OrderId order = new OrderId(UUID.randomUUID().toString());
    Quantity one = new Quantity(1);
    instance
        .stock()
        .handle(
            sku, new StockCommand.Reserve(order, ChannelId.SHOP, one, Instant.EPOCH, true), ORIGIN);
    instance.stock().handle(sku, new StockCommand.Pick(order), ORIGIN);
    return null;
  }

  private static void together(List<Callable<Void>> tasks) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(tasks.size());
    List<Future<Void>> running = new ArrayList<>();
    for (Callable<Void> task : tasks) {
      running.add(
          THREADS.submit(
              () -> {
                barrier.await();
                return task.call();
              }));
    }
    for (Future<Void> one : running) {
      one.get();
    }
  }
}
