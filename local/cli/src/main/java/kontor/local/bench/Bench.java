package kontor.local.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kontor.local.bench.ClosedLoop.Operation;
import kontor.local.edge.Edge;

/** A series of measurements in one run, so that each figure can be set against the others. */
public final class Bench {

  /** The operation that does nothing but pass the gateway. */
  public static final String EMPTY = "empty request";

  /** The operation that stores one document, without the platform. */
  public static final String INSERT = "store: a document";

  private static final int ARTICLES = 50;
  private static final int READERS = 32;
  private static final int SALE_BUYERS = 200;
  private static final int SALE_UNITS = 50;
  private static final Duration RAW_LENGTH = Duration.ofSeconds(5);
  private static final Duration WARM_UP_STEP = Duration.ofSeconds(10);
  private static final int MOST_WARM_UP_STEPS = 30;
  private static final int STEPS_WITHOUT_GAIN = 6;

  private final Target target;
  private final Duration length;
  private final CpuClock cpu;

  /**
   * What is measured.
   *
   * @param metrics the services' metrics pages in Prometheus' text format
   */
  public record Target(
      URI gateway,
      Edge manager,
      String mongoUri,
      String bootstrapServers,
      Supplier<List<String>> metrics) {}

  /**
   * What was measured.
   *
   * @param rows through the gateway
   * @param raw what broker and store can do by themselves
   * @param delay of events while half as many checkouts come as 32 buyers get through
   */
  public record Report(
      List<Figures> rows, List<Figures> raw, EventDelay delay, FlashSale flashSale) {}

  public Bench(Target target, Duration length, CpuClock cpu) {
    this.target = target;
    this.length = length;
    this.cpu = cpu;
  }

  /** Warms up first, so that the figures are the platform's and not its compilers'. */
  public Report run(List<Integer> buyers, Consumer<Figures> told) {
    Shop shop = new Shop(target.gateway());
    shop.open(target.manager(), ARTICLES);
    ClosedLoop loop = new ClosedLoop(length, cpu);
    warmUp(shop, told);
    List<Figures> all = new ArrayList<>();
    for (int clients : buyers) {
      add(loop, "checkout, many SKUs", clients, shop.checkout(), all, told);
    }
    double full = all.stream().mapToDouble(Figures::perSecond).max().orElse(0);
    EventDelay delay = delay(shop, full / 2);
    add(loop, "checkout, one hot SKU", READERS, shop.checkout(1), all, told);
    add(loop, "product list", READERS, shop.list(), all, told);
    add(loop, "product detail", READERS, shop.detail(), all, told);
    add(loop, "product search", READERS, shop.search(), all, told);
    add(loop, EMPTY, READERS, shop.empty(), all, told);
    RawLimits limits = new RawLimits(RAW_LENGTH, cpu);
    List<Figures> raw = new ArrayList<>();
    raw.addAll(limits.broker(target.bootstrapServers(), List.of(1, READERS)));
    raw.addAll(limits.store(target.mongoUri(), List.of(1, READERS)));
    raw.forEach(told);
    String scarce = shop.scarce(target.manager(), SALE_UNITS);
    return new Report(all, raw, delay, FlashSale.of(shop, scarce, SALE_BUYERS, SALE_UNITS));
  }

  private EventDelay delay(Shop shop, double perSecond) {
    EventDelay.Histogram before = histogram();
    OpenLoop.run(perSecond, length, shop.checkout());
    return EventDelay.between(before, histogram(), Figures.round(perSecond));
  }

  private EventDelay.Histogram histogram() {
    EventDelay.Histogram histogram = new EventDelay.Histogram();
    target.metrics().get().forEach(histogram::add);
    return histogram;
  }

  /** Until the best of the last steps is no longer better than what was before. */
  private void warmUp(Shop shop, Consumer<Figures> told) {
    ClosedLoop steps = new ClosedLoop(WARM_UP_STEP, cpu);
    steps.measure("warm-up", READERS, shop.list());
    steps.measure("warm-up", READERS, shop.detail());
    double best = 0;
    int withoutGain = 0;
    for (int step = 1; step <= MOST_WARM_UP_STEPS && withoutGain < STEPS_WITHOUT_GAIN; step++) {
      Figures figures = steps.measure("warm-up " + step, READERS, shop.checkout());
      told.accept(figures);
      withoutGain = figures.perSecond() > best * 1.02 ? 0 : withoutGain + 1;
      best = Math.max(best, figures.perSecond());
    }
  }

  private static void add(
      ClosedLoop loop,
      String name,
      int clients,
      Supplier<Operation> client,
      List<Figures> all,
      Consumer<Figures> told) {
    Figures figures = loop.measure(name, clients, client);
    all.add(figures);
    told.accept(figures);
  }
}
