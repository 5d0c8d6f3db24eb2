package kontor.analytics.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.analytics.sales.FigureKey.ArticleDay;
import kontor.analytics.sales.FigureKey.ChannelDay;
import kontor.analytics.sales.Outcome.Counted;
import kontor.contracts.OrderId;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import org.junit.jupiter.api.Test;

/** However often and however interleaved events come, the figures are the same, and add up. */
class SalesLawTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final SalesReducer reducer = new SalesReducer(BERLIN);

  private record Delivery(long version, OrderEvent event) {}

  @Test
  void anyRepetitionAndInterleavingGivesTheSameFigures() {
    for (int round = 0; round < 200; round++) {
      List<List<Delivery>> lives = lives(1 + random.nextInt(20));
      Map<FigureKey, Tally> once = count(lives.stream().flatMap(List::stream).toList());
      assertThat(count(shuffled(lives))).as("seed %d, round %d", seed, round).isEqualTo(once);
    }
  }

  @Test
  void overAllDaysTheFiguresAreThoseOfTheOrders() {
    List<List<Delivery>> lives = lives(300);
    Map<FigureKey, Tally> figures = count(shuffled(lives));
    Tally all = sum(figures, ChannelDay.class);
    assertThat(all.gross())
        .as("seed %d", seed)
        .isEqualTo(lives.stream().mapToLong(this::kept).sum());
    assertThat(all.placed()).isEqualTo(300);
    assertThat(all.units()).isEqualTo(sum(figures, ArticleDay.class).units());
    assertThat(all.units()).isEqualTo(lives.stream().mapToLong(this::unitsKept).sum());
  }

  @Test
  void anEventBeforeItsPredecessorWaits() {
    List<Delivery> life = lives(1).get(0);
    Outcome early = reducer.apply(Optional.empty(), 2, life.get(1).event());
    assertThat(early).isEqualTo(new Outcome.TooEarly(1));
  }

  @Test
  void aDayBeginsInTheShopsZone() {
    LocalDate night = LocalDate.of(2026, 3, 29);
    Map<FigureKey, Tally> figures =
        count(
            List.of(
                new Delivery(
                    1,
                    Story.placed(
                        id(),
                        "shop",
                        new kontor.contracts.Sku("TEE-1"),
                        1,
                        "9.90",
                        java.time.Instant.parse("2026-03-28T23:00:00Z")))));
    assertThat(figures.keySet()).extracting(FigureKey::day).containsExactly(night);
  }

  private Map<FigureKey, Tally> count(List<Delivery> deliveries) {
    Map<OrderId, TrackedOrder> orders = new HashMap<>();
    Map<FigureKey, Tally> figures = new HashMap<>();
    for (Delivery delivery : deliveries) {
      OrderId order = delivery.event().order();
      Optional<TrackedOrder> before = Optional.ofNullable(orders.get(order));
      if (reducer.apply(before, delivery.version(), delivery.event()) instanceof Counted counted) {
        orders.put(order, counted.order());
        counted.bookings().forEach(b -> figures.merge(b.key(), b.tally(), Tally::plus));
      }
    }
    return figures;
  }

  /** Orders interleaved, each in its order, with parts of its past told again. */
  private List<Delivery> shuffled(List<List<Delivery>> lives) {
    List<Delivery> deliveries = new ArrayList<>();
    Map<Integer, Integer> told = new HashMap<>();
    List<Integer> open = new ArrayList<>(IntStream.range(0, lives.size()).boxed().toList());
    while (!open.isEmpty()) {
      Integer life = open.get(random.nextInt(open.size()));
      int at = told.getOrDefault(life, 0);
      if (at == lives.get(life).size()) {
        open.remove(life);
        continue;
      }
      int from = random.nextInt(3) == 0 ? random.nextInt(at + 1) : at;
      deliveries.addAll(lives.get(life).subList(from, at + 1));
      told.put(life, at + 1);
    }
    return deliveries;
  }

  private List<List<Delivery>> lives(int orders) {
    return IntStream.range(0, orders)
        .mapToObj(i -> Story.random(id(), random))
        .map(
            life ->
                IntStream.range(0, life.size())
                    .mapToObj(v -> new Delivery(v + 1, life.get(v)))
                    .toList())
        .toList();
  }

  private OrderId id() {
    return new OrderId(new UUID(random.nextLong(), random.nextLong()).toString());
  }

  private long kept(List<Delivery> life) {
    boolean confirmed = has(life, OrderConfirmed.class) && !has(life, OrderCancelled.class);
    long refunded = events(life, OrderRefunded.class).mapToLong(e -> e.amount().minor()).sum();
    long less = events(life, LinesCancelled.class).mapToLong(e -> e.amount().minor()).sum();
    return confirmed ? placed(life).totals().grand().minor() - refunded - less : 0;
  }

  private long unitsKept(List<Delivery> life) {
    boolean confirmed = has(life, OrderConfirmed.class) && !has(life, OrderCancelled.class);
    long back =
        events(life, OrderReturned.class)
            .flatMap(e -> e.lines().stream())
            .map(ReturnedLine::quantity)
            .mapToLong(q -> q.value())
            .sum();
    long less =
        events(life, LinesCancelled.class)
            .flatMap(e -> e.lines().stream())
            .mapToLong(line -> line.quantity().value())
            .sum();
    return confirmed ? placed(life).lines().get(0).quantity().value() - back - less : 0;
  }

  private static OrderPlaced placed(List<Delivery> life) {
    return (OrderPlaced) life.get(0).event();
  }

  private static boolean has(List<Delivery> life, Class<? extends OrderEvent> kind) {
    return events(life, kind).findAny().isPresent();
  }

  private static <E> java.util.stream.Stream<E> events(List<Delivery> life, Class<E> kind) {
    return life.stream().map(Delivery::event).filter(kind::isInstance).map(kind::cast);
  }

  private static Tally sum(Map<FigureKey, Tally> figures, Class<? extends FigureKey> kind) {
    return figures.entrySet().stream()
        .filter(e -> kind.isInstance(e.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Tally.NONE, Tally::plus);
  }
}
