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

  private static final int ARTICLES = 50;
  private static final int READERS = 32;
  private static final int SALE_BUYERS = 200;
  private static final int SALE_UNITS = 50;
  private static final Duration WARM_UP_STEP = Duration.ofSeconds(10);
  private static final int MOST_WARM_UP_STEPS = 30;
  private static final int STEPS_WITHOUT_GAIN = 4;

  private final URI gateway;
  private final Edge manager;
  private final Duration length;
  private final Supplier<Double> cpuSeconds;

  /** What was measured. */
  public record Report(List<Figures> rows, FlashSale flashSale) {}

  public Bench(URI gateway, Edge manager, Duration length, Supplier<Double> cpuSeconds) {
    this.gateway = gateway;
    this.manager = manager;
    this.length = length;
    this.cpuSeconds = cpuSeconds;
  }

  /** Warms up first, so that the figures are the platform's and not its compilers'. */
  public Report run(List<Integer> buyers, Consumer<Figures> told) {
    Shop shop = new Shop(gateway);
    shop.open(manager, ARTICLES);
    ClosedLoop loop = new ClosedLoop(length, cpuSeconds);
    warmUp(shop, told);
    List<Figures> all = new ArrayList<>();
    for (int clients : buyers) {
      add(loop, "checkout, many SKUs", clients, shop.checkout(), all, told);
    }
    add(loop, "checkout, one hot SKU", READERS, shop.checkout(1), all, told);
    add(loop, "product list", READERS, shop.list(), all, told);
    add(loop, "product detail", READERS, shop.detail(), all, told);
    add(loop, "empty request", READERS, shop.empty(), all, told);
    String scarce = shop.scarce(manager, SALE_UNITS);
    return new Report(all, FlashSale.of(shop, scarce, SALE_BUYERS, SALE_UNITS));
  }

  /** Until the best of the last steps is no longer better than what was before. */
  private void warmUp(Shop shop, Consumer<Figures> told) {
    ClosedLoop steps = new ClosedLoop(WARM_UP_STEP, cpuSeconds);
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
