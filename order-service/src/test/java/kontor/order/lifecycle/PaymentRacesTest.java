package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.eur;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;
import kontor.order.payment.PaymentReferences;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Money and the end of the time to pay in the same moment, at two instances with a real store. As
 * many rounds as wanted: {@code -Dkontor.races.rounds=10000}.
 */
class PaymentRacesTest {

  private static final int ROUNDS = Integer.getInteger("kontor.races.rounds", 100);
  private static final Instant DUE = Lives.NOW.plusSeconds(60);
  private static final Origin ORIGIN = Origin.of("test", "test");
  private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());
  private static final MongoDatabase DATABASE = CLIENT.getDatabase("paying_" + UUID.randomUUID());
  private static final EventStore FIRST = store("paying-1");
  private static final EventStore SECOND = store("paying-2");
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

  private static EventStore store(String instance) {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    return new EventStore(
        DATABASE,
        TestPlatform.bootstrapServers(),
        "paying",
        instance,
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    THREADS.shutdownNow();
    FIRST.close();
    SECOND.close();
    CLIENT.close();
  }

  @Test
  void case41EitherPaidAndTakenOrRejectedAndTheMoneyIsTheBuyers() throws Exception {
    Orders first = orders(FIRST);
    Orders second = orders(SECOND);
    int taken = 0;
    for (int round = 0; round < ROUNDS; round++) {
      OrderId id = new OrderId(UUID.randomUUID().toString());
      awaitPayment(first, id);
      Callable<Object> money = () -> money(first, id).book("VK", "T", eur("22.90"), ORIGIN);
      Callable<Object> end = () -> deadlines(second).pass(id);
      together(round % 2 == 0 ? List.of(money, end) : List.of(end, money));
      Order now = second.find(id);
      assertThat(first.find(id)).as("round %d", round).isEqualTo(now);
      boolean confirmed = OrderStatus.of(now) == OrderStatus.CONFIRMED;
      taken += confirmed ? 1 : 0;
      assertThat(MoneyDecider.overpaid(now, true))
          .as("round %d: %s", round, now)
          .isEqualTo(confirmed ? eur("0.00") : eur("22.90"));
      assertThat(confirmed || OrderStatus.of(now) == OrderStatus.REJECTED).isTrue();
    }
    System.out.println("the money was first in " + taken + " of " + ROUNDS + " rounds");
  }

  private static Orders orders(EventStore store) {
    return new Orders(store.aggregates(Orders.TYPE, EventCodec.of(OrderEvent.class)));
  }

  private static void awaitPayment(Orders orders, OrderId id) {
    OrderPlaced sample = Lives.event();
    OrderPlaced placed =
        new OrderPlaced(
            id,
            sample.number(),
            sample.channel(),
            null,
            null,
            sample.customer(),
            sample.country(),
            sample.lines(),
            sample.totals(),
            false,
            sample.placedAt());
    PaymentRequested request = new PaymentRequested(id, "prepayment", "VK", eur("22.90"), DUE);
    orders.place(id, ORIGIN, o -> OrderDecider.place(o, placed));
    orders.apply(id, ORIGIN, o -> OrderDecider.requestPayment(o, request));
  }

  private static ReceivedMoney money(Orders orders, OrderId id) {
    PaymentReferences only =
        new PaymentReferences() {
          @Override
          public void keep(String reference, OrderId order) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Optional<OrderId> find(String reference) {
            return Optional.of(id);
          }
        };
    return new ReceivedMoney(orders, only, Clock.fixed(DUE, ZoneOffset.UTC));
  }

  private static OrderDeadlines deadlines(Orders orders) {
    Duration fortnight = Duration.ofDays(14);
    DeadlineRules rules =
        new DeadlineRules(
            Duration.ofMinutes(30), fortnight, 14, fortnight, ZoneId.of("Europe/Berlin"));
    return new OrderDeadlines(orders, new Deadlines(rules), Clock.fixed(DUE, ZoneOffset.UTC));
  }

  private static void together(List<Callable<Object>> tasks) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(tasks.size());
    List<Future<Object>> running =
        tasks.stream()
            .map(
                task ->
                    THREADS.submit(
                        () -> {
                          barrier.await();
                          return task.call();
                        }))
            .toList();
    for (Future<Object> one : running) {
      one.get();
    }
  }
}
