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

  private final URI gateway;
  private final Edge manager;
  private final Duration length;
  private final Supplier<Double> cpuSeconds;

  public Bench(URI gateway, Edge manager, Duration length, Supplier<Double> cpuSeconds) {
    this.gateway = gateway;
    this.manager = manager;
    this.length = length;
    this.cpuSeconds = cpuSeconds;
  }

  /** Warms up first, so that the first row is not the compiler's. */
  public List<Figures> run(List<Integer> buyers, Consumer<Figures> told) {
    Shop shop = new Shop(gateway);
    shop.open(manager, ARTICLES);
    ClosedLoop loop = new ClosedLoop(length, cpuSeconds);
    loop.measure("warm-up", READERS, shop.checkout());
    loop.measure("warm-up", READERS, shop.list());
    List<Figures> all = new ArrayList<>();
    for (int clients : buyers) {
      add(loop, "checkout, many SKUs", clients, shop.checkout(), all, told);
    }
    add(loop, "checkout, one hot SKU", READERS, shop.checkout(1), all, told);
    add(loop, "product list", READERS, shop.list(), all, told);
    add(loop, "product detail", READERS, shop.detail(), all, told);
    add(loop, "empty request", READERS, shop.empty(), all, told);
    return all;
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
