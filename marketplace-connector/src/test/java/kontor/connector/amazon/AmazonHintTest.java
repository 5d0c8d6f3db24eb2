package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.HintQueue;
import kontor.connector.channel.Secrets;
import kontor.connector.sale.BuyerNames;
import kontor.connector.sale.KeptInMemory;
import kontor.connector.sale.LookPlan;
import kontor.connector.sale.OrderImport;
import kontor.connector.sale.Sale;
import kontor.connector.sale.SaleDecider;
import kontor.connector.sale.Sales;
import kontor.connector.work.HintReader;
import kontor.connector.worklist.WorkList;
import kontor.connector.worklist.adapter.MongoWorkItems;
import kontor.contracts.Money;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.StreamId;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Notifications in the sandbox's queue, beside asking at intervals. */
class AmazonHintTest {

  private static final Path MODELS = Path.of("../../shared/specs/amazon/models");
  private static final Duration LAG = Duration.ofMillis(1_250);
  private static final int SCALE = 100;

  private static AmazonStand stand() {
    AmazonStand stand =
        new AmazonStand(
            SCALE,
            Files.isDirectory(MODELS) ? Map.of("AMAZON_MODELS", MODELS.toString()) : Map.of());
    stand.control("/control/amazon/queue", "{'lost':0,'repeated':100}");
    return stand;
  }

  @Test
  void fault10ItsNotificationsTwiceAndInAnyOrderBesideTheListMakeOneOrder() {
    try (AmazonStand stand = stand();
        MongoClient client = MongoClients.create(TestPlatform.mongoUri());
        EventStore store = store(client.getDatabase("hints_" + UUID.randomUUID()))) {
      AmazonChannel channel = stand.hinted(stand.queue(), LAG, SCALE);
      HintQueue queue = channel.hints().orElseThrow();
      until(queue::subscribe, () -> true);
      until(queue::subscribe, () -> true);
      Sales sales =
          new Sales(store.aggregates(Sales.TYPE, EventCodec.of(MarketplaceOrderEvent.class)));
      MongoDatabase database = client.getDatabase("hints_" + UUID.randomUUID());
      OrderImport orders = orders(channel, sales, database);
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      HintReader reader = reader(queue, orders, meters);
      List<String> bought = stand.orders(channel, 12);

      BooleanSupplier allOpen =
          () -> bought.stream().allMatch(id -> sales.find(channel, id) instanceof Sale.Open);
      CompletableFuture<Void> hints = repeat(reader::runAll, allOpen);
      CompletableFuture<Void> list = repeat(orders::run, allOpen);
      CompletableFuture.allOf(hints, list).join();
      bought.forEach(id -> assertThat(commits(store, id)).as(id).isEqualTo(1));

      String gone = bought.get(0);
      stand.control("/control/amazon/orders/" + gone + "/cancel", "{'state':'EXECUTED'}");
      until(reader::runAll, () -> sales.find(channel, gone) instanceof Sale.Cancelled);
      until(orders::run, () -> true);
      assertThat(commits(store, gone)).isEqualTo(2);
      assertThat(meters.counter("kontor.connector.hints", tags("order")).count()).isPositive();
      assertThat(meters.counter("kontor.connector.hints", tags("nothing")).count()).isPositive();
      assertThat(JsonPath.<Map<String, Integer>>read(stand.ledger(), "$.calls.createSubscription"))
          .isEqualTo(Map.of("200", 8));
      assertThat(JsonPath.<Map<String, Integer>>read(stand.ledger(), "$.modelViolations"))
          .isEmpty();
    }
  }

  @Test
  void aQueueThatIsAwayIsTriedAgainAndAnAccountNeedsNone() {
    try (AmazonStand stand = new AmazonStand(SCALE)) {
      AmazonChannel deaf = stand.hinted(URI.create("http://127.0.0.1:1/1/kontor"), LAG, SCALE);
      assertThatThrownBy(() -> deaf.hints().orElseThrow().take())
          .isInstanceOfSatisfying(
              ChannelException.class,
              e -> assertThat(e.kind()).isEqualTo(ChannelException.Kind.RETRY));
      assertThat(stand.channel(LAG).hints()).isEmpty();
    }
  }

  @Test
  void anAccountWithAQueueThatCannotWorkIsRefused() {
    AmazonMarketplace amazon = marketplace();
    Secrets key = new Secrets(Map.of("queueKeyId", "a", "queueKey", "b"));
    String url = "https://sqs.eu-west-1.amazonaws.com/123456789012/kontor";
    assertThat(amazon.wrong(account(url), key)).isEmpty();
    assertThat(amazon.wrong(account(""), Secrets.NONE)).isEmpty();
    assertThat(amazon.wrong(account(url), Secrets.NONE)).containsOnlyKeys("secrets.queueKey");
    for (String bad : List.of("kontor", "https://sqs.eu-west-1.amazonaws.com/kontor", "a b")) {
      assertThat(amazon.wrong(account(bad), key)).as(bad).containsOnlyKeys("settings.queueUrl");
    }
    assertThat(QueueAddress.of(account(url)).orElseThrow().arn())
        .isEqualTo("arn:aws:sqs:eu-west-1:123456789012:kontor");
  }

  private static AmazonMarketplace marketplace() {
    URI nowhere = URI.create("http://127.0.0.1:1");
    AmazonSettings settings = new AmazonSettings(nowhere, nowhere, "", LAG, LAG, 1);
    return new AmazonMarketplace(settings, JsonMapper.shared(), Clock.systemUTC());
  }

  private static Account account(String queue) {
    Account plain = AmazonStand.ACCOUNT;
    Map<String, String> settings = new HashMap<>(plain.settings());
    settings.put("queueUrl", queue);
    return new Account("amazon", plain.channel(), plain.name(), plain.country(), settings);
  }

  private static EventStore store(MongoDatabase database) {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    return new EventStore(
        database,
        TestPlatform.bootstrapServers(),
        "connector",
        "hints",
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  private static OrderImport orders(AmazonChannel channel, Sales sales, MongoDatabase database) {
    KeptInMemory kept = new KeptInMemory();
    Clock clock = Clock.systemUTC();
    return new OrderImport(
        channel,
        sales,
        kept,
        kept,
        new BuyerNames("A".repeat(43) + "="),
        new SaleDecider(channel.account(), order -> Money.zero(order.total().currency())),
        new WorkList(new MongoWorkItems(database), clock),
        skus -> {},
        new LookPlan(channel, kept, Duration.ofDays(1), clock)::begin,
        sku -> sku,
        clock);
  }

  private static HintReader reader(
      HintQueue queue, OrderImport orders, SimpleMeterRegistry meters) {
    HintReader.Ears ears = new HintReader.Ears(orders::read, sku -> {}, listing -> {}, task -> {});
    return new HintReader(queue, AmazonStand.ACCOUNT, ears, meters);
  }

  /** Beside others, and once more when all is there. */
  private static CompletableFuture<Void> repeat(Runnable work, BooleanSupplier done) {
    return CompletableFuture.runAsync(
        () -> {
          until(work, done);
          until(work, () -> true);
        });
  }

  /** As a lane does it: what is not allowed now is done later. */
  private static void until(Runnable work, BooleanSupplier done) {
    await()
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptionsInstanceOf(ChannelException.class)
        .until(
            () -> {
              work.run();
              return done.getAsBoolean();
            });
  }

  private static int commits(EventStore store, String id) {
    String sale = "amazon-de/told/" + id;
    return store.commits().after(new StreamId("marketplace-order", sale), 0).size();
  }

  private static String[] tags(String kind) {
    return new String[] {"account", AmazonStand.ACCOUNT.key(), "kind", kind};
  }
}
