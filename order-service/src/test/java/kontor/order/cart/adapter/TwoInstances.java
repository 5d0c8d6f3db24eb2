package kontor.order.cart.adapter;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import kontor.contracts.CountryCode;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Availability;
import kontor.order.cart.CartCheck;
import kontor.order.cart.CartEvent;
import kontor.order.cart.CartMerge;
import kontor.order.cart.Carts;
import kontor.order.cart.CurrentCarts;
import kontor.order.cart.OwnCarts;

/** Two instances with one store, each with its own memory; the second one can be made to crash. */
final class TwoInstances implements AutoCloseable {

  static final Origin ORIGIN = Origin.of("test", "test");
  static final Sku TEA = new Sku("TEE");
  static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());
  private static final int PLENTY = 100;

  final AtomicBoolean crash = new AtomicBoolean();
  final CurrentCarts current;
  final List<Instance> both = new ArrayList<>();

  private final MongoDatabase database = CLIENT.getDatabase("test_" + UUID.randomUUID());
  private final List<EventStore> stores = new ArrayList<>();

  /** What one of them has in memory. */
  record Instance(Carts carts, OwnCarts owned, CartMerge merge) {}

  /** A crash between ending the guest's cart and filling the customer's. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  TwoInstances() {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    current = new MongoCurrentCarts(database);
    both.add(instance("c-1", Clock.fixed(NOW, ZoneOffset.UTC)));
    both.add(instance("c-2", Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  /** One more of them, at another time. */
  Instance instance(String name, Clock clock) {
    EventStore store =
        new EventStore(
            database,
            TestPlatform.bootstrapServers(),
            "test",
            name,
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    stores.add(store);
    Carts carts =
        new Carts(
            store.aggregates(Carts.TYPE, EventCodec.of(CartEvent.class)),
            Duration.ofDays(30),
            clock);
    OwnCarts owned = new OwnCarts(carts, current, () -> UUID.randomUUID().toString());
    CartCheck check = new CartCheck(new Availability(new Assortment(), this::level));
    return new Instance(carts, owned, new CartMerge(carts, owned, current, check));
  }

  private Optional<StockLevelChanged> level(Sku sku) {
    if (crash.getAndSet(false)) {
      throw new Crash();
    }
    return Optional.of(new StockLevelChanged(sku, PLENTY, 0, PLENTY));
  }

  /** A guest with so many teas in his cart. */
  String guest(int units) {
    String guest = "guest:" + UUID.randomUUID();
    String cart = UUID.randomUUID().toString();
    Carts carts = both.get(0).carts();
    current.set(guest, cart);
    var line = carts.line(TEA, new Quantity(units), null);
    carts.open(cart, carts.draft(guest, CountryCode.GERMANY, List.of(line)), ORIGIN);
    return guest;
  }

  /** A customer with so many teas in his cart. */
  String customer(int units) {
    String customer = "customer:" + UUID.randomUUID();
    Instance one = both.get(0);
    String cart = one.owned().of(customer, CountryCode.GERMANY, ORIGIN).id();
    one.carts().setLine(cart, one.carts().line(TEA, new Quantity(units), null), ORIGIN);
    return customer;
  }

  /** How many teas the customer's cart holds, as the store has it. */
  int teas(String customer) {
    return both.get(1)
        .owned()
        .of(customer, CountryCode.GERMANY, ORIGIN)
        .cart()
        .lines()
        .quantity(TEA)
        .value();
  }

  @Override
  public void close() {
    stores.forEach(EventStore::close);
  }
}
