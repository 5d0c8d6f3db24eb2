package kontor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.SoldUnits;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.ParcelEvent.OrderCompleted;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The watch judges what is at rest, whatever came twice or first, and gives up what is final. */
class WatchTest {

  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final OrderId POT = new ExchangeOf(ORDER, "R1").replacement();
  private static final Sku TEA = new Sku("TEA");
  private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");
  private static final Duration REST = Duration.ofSeconds(60);
  private static final Duration WINDOW = Duration.ofDays(60);
  private static final Money NONE = Money.of("0.00", "EUR");
  private static final Money PRICE = Money.of("5.00", "EUR");
  private static final Money SUM = Money.of("10.00", "EUR");

  private final Watch watch = new Watch(REST, WINDOW);
  private Instant now = START;

  /** One event on its topic. */
  private record Delivery(String topic, String stream, long version, Object event) {}

  @Test
  void anOrderThatWentWellIsFoundWell() {
    deliver(wholeStory());
    assertThat(after(REST)).satisfies(v -> assertThat(v.violations()).isEmpty());
    assertThat(watch.verdict().orders()).isEqualTo(1);
    assertThat(watch.verdict().skus()).isEqualTo(1);
    assertThat(watch.verdict().waiting()).isZero();
  }

  @Test
  void whatIsOnItsWayIsNotJudged() {
    deliver(wholeStory().subList(0, 3));
    Verdict soon = after(REST.minusMillis(1));
    assertThat(soon.violations()).isEmpty();
    assertThat(soon.waiting()).isEqualTo(2);
    assertThat(after(Duration.ofMillis(1)).violations())
        .extracting(Violation::invariant)
        .contains(Invariant.SETTLED);
  }

  @Test
  void whatArrivesLateIsJudgedAgain() {
    deliver(wholeStory().subList(0, 7));
    assertThat(after(REST).violations()).isNotEmpty();
    deliver(wholeStory());
    assertThat(after(REST).violations()).isEmpty();
  }

  /** Topics come in any order to each other and records twice: the verdict is the same. */
  @Test
  void neitherOrderOfTopicsNorRepetitionsMatter() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Watch one = new Watch(REST, WINDOW);
      List<Delivery> shuffled = shuffled(random);
      shuffled.forEach(d -> one.take(d.topic(), d.stream(), d.version(), d.event(), START));
      assertThat(one.judge(START.plus(REST)).violations()).as("seed %d", seed).isEmpty();
    }
  }

  private static List<Delivery> shuffled(Random random) {
    List<List<Delivery>> topics = new ArrayList<>();
    for (String topic : List.of("orders", "stock-ledger", "stock")) {
      topics.add(
          new ArrayList<>(wholeStory().stream().filter(d -> d.topic().equals(topic)).toList()));
    }
    List<Delivery> result = new ArrayList<>();
    while (topics.stream().anyMatch(left -> !left.isEmpty())) {
      List<Delivery> topic = topics.get(random.nextInt(topics.size()));
      if (!topic.isEmpty()) {
        result.add(topic.remove(0));
        if (random.nextInt(4) == 0) {
          result.add(result.get(random.nextInt(result.size())));
        }
      }
    }
    return result;
  }

  @Test
  void aCancelledOrderThatKeepsUnitsOrMoneyIsFound() {
    deliver(wholeStory().subList(0, 6));
    deliver(order(3, new OrderPaid(ORDER, "test", "p", null, SUM, START)));
    deliver(order(4, new OrderCancelled(ORDER, "", CancelledBy.CUSTOMER, START)));
    assertThat(after(REST).violations())
        .extracting(Violation::invariant)
        .containsExactlyInAnyOrder(Invariant.HELD, Invariant.PAYMENTS);

    deliver(order(5, new OrderRefunded(ORDER, "test", "r", SUM, START)));
    deliver(ledger(4, new StockReleased(TEA, ORDER, new Quantity(2), null)));
    deliver(level(5, new StockLevelChanged(TEA, 10, 0, 10)));
    assertThat(after(REST).violations()).isEmpty();
  }

  @Test
  void moreGivenBackThanPaidIsFound() {
    deliver(wholeStory());
    deliver(order(20, new OrderRefunded(ORDER, "test", "r1", SUM, START)));
    assertThat(after(REST).violations()).isEmpty();
    deliver(order(21, new OrderRefunded(ORDER, "test", "r2", PRICE, START)));
    assertThat(after(REST).violations())
        .extracting(Violation::invariant)
        .containsExactly(Invariant.REFUNDS);
  }

  @Test
  void aCreditThatTheReplacementDidNotGetIsFound() {
    ExchangeOf exchange = new ExchangeOf(ORDER, "R1");
    deliver(wholeStory());
    deliver(
        order(20, new OrderRefunded(ORDER, ExchangeOf.PROVIDER, exchange.credit(), SUM, START)));
    deliver(replacement(1, placed(exchange)));
    deliver(replacement(2, new OrderPaid(POT, "exchange", ORDER.value(), "c", PRICE, START)));
    deliver(replacement(3, new OrderCancelled(POT, "", CancelledBy.CUSTOMER, START)));
    deliver(replacement(4, new OrderRefunded(POT, "exchange", "ended", PRICE, START)));
    deliver(order(21, new OrderPaid(ORDER, "exchange", POT.value(), "x", PRICE, START)));
    assertThat(after(REST).violations())
        .extracting(Violation::reason)
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("got 500 and gave back 500", "gave 1000 and got back 500");

    deliver(replacement(5, new OrderPaid(POT, "exchange", ORDER.value(), "d", PRICE, START)));
    deliver(replacement(6, new OrderRefunded(POT, "exchange", "rest", PRICE, START)));
    deliver(order(22, new OrderPaid(ORDER, "exchange", POT.value(), "y", PRICE, START)));
    assertThat(after(REST).violations()).isEmpty();
  }

  @Test
  void aFinalOrderIsGivenUpAndItsRepetitionsDoNotMatter() {
    deliver(wholeStory());
    deliver(order(20, new OrderCompleted(ORDER, START)));
    assertThat(after(REST).violations()).isEmpty();
    deliver(wholeStory());
    assertThat(after(REST).violations()).isEmpty();
    assertThat(watch.verdict().orders()).isEqualTo(1);
  }

  @Test
  void ordersOfLongAgoAreNotLookedAt() {
    deliver(wholeStory().subList(0, 3));
    now = START.plus(WINDOW);
    assertThat(watch.judge(now).violations()).isNotEmpty();
    now = now.plusSeconds(4_000);
    assertThat(watch.judge(now).violations()).isEmpty();
    Watch later = new Watch(REST, WINDOW);
    wholeStory()
        .subList(0, 3)
        .forEach(d -> later.take(d.topic(), d.stream(), d.version(), d.event(), now));
    assertThat(later.judge(now.plus(REST)).violations()).isEmpty();
  }

  @Test
  void whatAMarketplaceSoldMayBeOversold() {
    deliver(ledger(1, new StockReserved(TEA, ORDER, new Quantity(2), START)));
    deliver(level(2, new StockLevelChanged(TEA, 0, 2, -2)));
    deliver(order(1, placed(true)));
    deliver(order(2, new OrderConfirmed(ORDER, START)));
    assertThat(after(REST).violations()).isEmpty();
  }

  @Test
  void aSaleThatWaitsForItsMoneyHoldsItsUnitsWithoutAnOrder() {
    ChannelId amazon = new ChannelId("amazon-de");
    OrderId sale = OrderId.ofSale(amazon, "main", "303");
    SoldUnits units = new SoldUnits("L1", TEA, new Quantity(2));
    deliver(ledger(1, new StockReserved(TEA, sale, new Quantity(2), START)));
    deliver(level(2, new StockLevelChanged(TEA, 0, 2, -2)));
    deliver(
        new Delivery(
            "marketplace-orders",
            "amazon-de/main/303",
            1,
            new MarketplaceOrderAwaited(
                amazon, "main", "303", CountryCode.GERMANY, List.of(units), START)));
    assertThat(after(REST).violations()).isEmpty();
    deliver(ledger(3, new StockReleased(TEA, sale, new Quantity(2), null)));
    deliver(level(4, new StockLevelChanged(TEA, 0, 0, 0)));
    assertThat(after(REST).violations()).isEmpty();
  }

  private Verdict after(Duration time) {
    now = now.plus(time);
    return watch.judge(now);
  }

  private void deliver(List<Delivery> deliveries) {
    deliveries.forEach(this::deliver);
  }

  private void deliver(Delivery d) {
    watch.take(d.topic(), d.stream(), d.version(), d.event(), now);
  }

  /** Two of ten teas are ordered, held, confirmed, shipped and paid. */
  private static List<Delivery> wholeStory() {
    return List.of(
        ledger(1, new StockReceived(TEA, LocationId.MAIN, new Quantity(10), "r")),
        level(2, new StockLevelChanged(TEA, 10, 0, 10)),
        order(1, placed(false)),
        ledger(3, new StockReserved(TEA, ORDER, new Quantity(2), START)),
        level(4, new StockLevelChanged(TEA, 10, 2, 8)),
        order(2, new OrderConfirmed(ORDER, START)),
        order(10, new OrderShipped(ORDER, "dhl", null, START)),
        order(11, new OrderPaid(ORDER, "test", "p", null, SUM, START)),
        ledger(5, new StockPicked(TEA, ORDER, LocationId.MAIN, new Quantity(2), null)),
        level(6, new StockLevelChanged(TEA, 8, 0, 8)));
  }

  private static Delivery order(long version, Object event) {
    return new Delivery("orders", ORDER.value(), version, event);
  }

  private static Delivery replacement(long version, Object event) {
    return new Delivery("orders", POT.value(), version, event);
  }

  private static Delivery ledger(long version, Object event) {
    return new Delivery("stock-ledger", TEA.value(), version, event);
  }

  private static Delivery level(long version, Object event) {
    return new Delivery("stock", TEA.value(), version, event);
  }

  private static OrderPlaced placed(boolean alreadySold) {
    OrderLine line = new OrderLine(1, null, TEA, "", new Quantity(2), PRICE, NONE, SUM, 1900, NONE);
    return new OrderPlaced(
        ORDER,
        "1",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        List.of(line),
        new OrderTotals(SUM, NONE, NONE, NONE, SUM),
        alreadySold,
        START);
  }

  /** The order that replaces the teas. */
  private static OrderPlaced placed(ExchangeOf exchange) {
    OrderPlaced like = placed(false);
    return new OrderPlaced(
        POT,
        "2",
        like.channel(),
        null,
        null,
        like.customer(),
        like.country(),
        like.lines(),
        like.totals(),
        false,
        START,
        null,
        null,
        exchange);
  }
}
