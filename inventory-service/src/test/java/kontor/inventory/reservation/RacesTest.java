package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.kafka.TopicCreator;
import kontor.inventory.allocation.Strategies;
import kontor.inventory.reservation.Reservation.Ended;
import kontor.inventory.reservation.Reservation.Held;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Departures;
import kontor.inventory.stock.Place;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockPolicy;
import kontor.inventory.stock.StoredStock;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Who is first when many come at the same moment, to two instances with a real store and broker.
 * {@code -Dkontor.races.rounds=10000} plays as many rounds as wanted.
 */
class RacesTest {

  private static final int BUYERS = 50;
  private static final int ROUNDS = Integer.getInteger("kontor.races.rounds", 100);
  private static final Duration HOLD = Duration.ofMinutes(15);
  private static final Instant START = Instant.parse("2026-03-29T01:00:00Z");

  /** Whatever this instance knows, the store knows better. */
  private static final long NEWEST = Long.MAX_VALUE;

  private static final Origin ORIGIN = Origin.of("test", "test");
  private static final List<ChannelId> CHANNELS =
      List.of(ChannelId.SHOP, new ChannelId("phone"), new ChannelId("b2b"));

  private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());
  private static final MongoDatabase DATABASE = CLIENT.getDatabase("races_" + UUID.randomUUID());
  private static final List<Instance> INSTANCES = start();
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(BUYERS);

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** One instance of the service, without its edges. */
  private record Instance(
      EventStore store,
      Stock stock,
      Assortment assortment,
      Reservations reservations,
      ReservationProcess process,
      MovableTime time) {}

  /** The hour as a test wants it. */
  private static final class MovableTime implements InstantSource {
    private volatile Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static List<Instance> start() {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    return List.of(instance("races-1"), instance("races-2"));
  }

  private static Instance instance(String name) {
    EventStore store =
        new EventStore(
            DATABASE,
            TestPlatform.bootstrapServers(),
            "races",
            name,
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    MovableTime time = new MovableTime();
    Assortment assortment = new Assortment();
    Stock stock =
        new StoredStock(
            store.aggregates(StoredStock.type(StockPolicy.NONE), EventCodec.ofTopics()),
            StockPolicy.NONE,
            Departures.FORGOTTEN);
    Reservations reservations =
        new StoredReservations(
            store.aggregates(StoredReservations.TYPE, EventCodec.of(ReservationEvent.class)));
    ReservationProcess process =
        new ReservationProcess(
            stock,
            assortment,
            reservations,
            new AllocationPlan(stock, List::of, Strategies.PRIORITY),
            new HoldTime(HOLD, time.withZone(ZoneOffset.UTC)));
    return new Instance(store, stock, assortment, reservations, process, time);
  }

  @AfterAll
  static void close() {
    THREADS.shutdownNow();
    INSTANCES.forEach(instance -> instance.store().close());
    CLIENT.close();
  }

  @Test
  void case1OfFiftyBuyersOfTheLastUnitExactlyOneGetsIt() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Sku sku = new Sku("LAST-" + run + "-" + round);
      receive(sku, 1);
      assertThat(winners(buyers(List.of(sku)))).as("round %d", round).isEqualTo(1);
      assertBooks(sku, 1);
    }
  }

  @Test
  void case15OfBuyersOfABundleAndOfItsLastPartExactlyOneGetsIt() throws Exception {
    for (int round = 0; round < ROUNDS / 4; round++) {
      Sku part = new Sku("PART-" + run + "-" + round);
      Sku other = new Sku("OTHER-" + run + "-" + round);
      Sku bundle = new Sku("BUNDLE-" + run + "-" + round);
      bundle(bundle, part, other);
      receive(part, 1);
      receive(other, BUYERS);
      assertThat(winners(buyers(List.of(bundle, part)))).as("round %d", round).isEqualTo(1);
      assertBooks(part, 1);
    }
  }

  @Test
  void ofConfirmationAndExpiryInTheSameMomentExactlyOneWins() throws Exception {
    Sku sku = new Sku("HELD-" + run);
    receive(sku, ROUNDS);
    int kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      OrderPlaced order = order(sku, ChannelId.SHOP);
      INSTANCES.get(0).process().on(order, ORIGIN);
      kept += raceOfConfirmationAndExpiry(order.order(), round) ? 1 : 0;
    }
    assertThat(INSTANCES.get(1).stock().level(sku).reserved()).isEqualTo(kept);
    System.out.println(kept + " of " + ROUNDS + " confirmations came before the expiry");
  }

  /** Returns whether the confirmation won. Both orders of arrival take turns to be likelier. */
  private boolean raceOfConfirmationAndExpiry(OrderId order, int round) throws Exception {
    Instance confirming = INSTANCES.get(round % 2);
    Instance expiring = INSTANCES.get(1 - round % 2);
    expiring.time().now = START.plus(HOLD);
    Callable<Void> confirm =
        () -> {
          confirming.process().on(new OrderConfirmed(order, START.plus(HOLD)), ORIGIN);
          return null;
        };
    Callable<Void> expire =
        () -> {
          expiring.process().expire(order);
          return null;
        };
    together(round % 4 < 2 ? List.of(confirm, expire) : List.of(expire, confirm));
    expiring.time().now = START;
    Reservation now = confirming.reservations().of(order);
    for (Instance instance : INSTANCES) {
      assertThat(instance.reservations().of(order)).as("round %d", round).isEqualTo(now);
    }
    if (now instanceof Ended) {
      expiring
          .process()
          .on(
              new ReservationEvent.ReservationReleased(
                  order, ReservationEvent.ReleaseReason.EXPIRED),
              NEWEST,
              ORIGIN);
      return false;
    }
    assertThat(((Held) now).kept()).as("round %d", round).isTrue();
    return true;
  }

  private List<OrderPlaced> buyers(List<Sku> skus) {
    List<OrderPlaced> orders = new ArrayList<>();
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      orders.add(order(skus.get(buyer % skus.size()), CHANNELS.get(buyer % CHANNELS.size())));
    }
    return orders;
  }

  private static int winners(List<OrderPlaced> orders) throws Exception {
    List<Callable<Void>> all = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      OrderPlaced order = orders.get(i);
      ReservationProcess process = INSTANCES.get(i % 2).process();
      all.add(
          () -> {
            process.on(order, ORIGIN);
            return null;
          });
    }
    together(all);
    int winners = 0;
    for (OrderPlaced order : orders) {
      Reservation now = INSTANCES.get(0).reservations().of(order.order());
      winners += now instanceof Held ? 1 : 0;
      if (now instanceof Ended) { // gives back what it held of a bundle for a moment
        INSTANCES
            .get(0)
            .process()
            .on(
                new ReservationEvent.ReservationRejected(order.order(), List.of(), List.of()),
                NEWEST,
                ORIGIN);
      }
    }
    return winners;
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

  private static void assertBooks(Sku sku, int reserved) {
    for (Instance instance : INSTANCES) {
      assertThat(instance.stock().level(sku).reserved()).isEqualTo(reserved);
      assertThat(instance.stock().level(sku).available()).isZero();
    }
  }

  private static void receive(Sku sku, int units) {
    StockCommand receipt =
        new StockCommand.Receive(Place.MAIN, new Quantity(units), "first delivery");
    INSTANCES.get(0).stock().handle(sku, receipt, ORIGIN);
  }

  private static void bundle(Sku bundle, Sku... parts) {
    List<BundleComponent> components = new ArrayList<>();
    for (Sku part : parts) {
      components.add(new BundleComponent(part, new Quantity(1)));
    }
    Variant variant = new Variant(bundle, null, List.of(), List.of(), null, components);
    ProductPublished published =
        new ProductPublished(
            new ProductId(bundle.value()),
            List.of(),
            null,
            List.of(),
            TaxClass.STANDARD,
            List.of(variant));
    INSTANCES.forEach(instance -> instance.assortment().take(published));
  }

  private static OrderPlaced order(Sku sku, ChannelId channel) {
    Money none = Money.of("0.00", "EUR");
    OrderLine line = new OrderLine(1, null, sku, "", new Quantity(1), none, none, none, 1900, none);
    return new OrderPlaced(
        new OrderId(UUID.randomUUID().toString()),
        "1",
        channel,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        List.of(line),
        new OrderTotals(none, none, none, none, none),
        false,
        START);
  }
}
