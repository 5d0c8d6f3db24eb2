package kontor.local.marketday;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import kontor.local.bench.Shop;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/**
 * Sales in the shop, each of another article, and how long it took from each until an account
 * showed one unit less. Nothing else sells meanwhile. As many are made before, at half the pace,
 * which are not timed: until then no sale has run through the services, and what Java still
 * compiles is no measure of the way.
 */
public final class ShopRound {

  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ORDERED = 202;

  private final List<Stall> stalls;
  private final Wares wares;
  private final Edge sandbox;
  private final URI gateway;
  private final Clock clock = Clock.systemUTC();
  private final Map<String, Instant> placed = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();

  /**
   * What it took.
   *
   * @param sales that the shop confirmed having got
   * @param refused by the shop, or without an answer
   * @param perSecond sales, as they were made
   * @param delays by account, and of the account that was last for each sale
   */
  public record Outcome(int sales, int refused, double perSecond, Map<String, Delay> delays) {}

  /** Milliseconds from the answer to the order until the new quantity can be seen there. */
  public record Delay(long p50, long p99, long most) {

    static Delay of(List<Long> millis) {
      List<Long> sorted = millis.stream().sorted().toList();
      return new Delay(at(sorted, 50), at(sorted, 99), at(sorted, 100));
    }

    /** The smallest that so many of a hundred do not exceed. */
    private static long at(List<Long> sorted, int percent) {
      int rank = Math.max(1, (sorted.size() * percent + 99) / 100);
      return sorted.isEmpty() ? 0 : sorted.get(rank - 1);
    }
  }

  ShopRound(List<Stall> stalls, Wares wares, Edge sandbox, URI gateway) {
    this.stalls = stalls;
    this.wares = wares;
    this.sandbox = sandbox;
    this.gateway = gateway;
  }

  /**
   * @param most sales, at most one of each article
   */
  Outcome run(int most, int perSecond) throws InterruptedException {
    List<String> skus = wares.skus().subList(0, Math.min(most, wares.skus().size()));
    sell(skus, Math.max(1, perSecond / 2));
    List<String> sold = skus.stream().filter(placed::containsKey).toList();
    return sell(sold, perSecond);
  }

  private Outcome sell(List<String> skus, int perSecond) throws InterruptedException {
    placed.clear();
    refused.set(0);
    Map<String, Map<String, Integer>> before = new TreeMap<>();
    stalls.forEach(stall -> before.put(stall.key(), quantities(stall)));
    ExecutorService buyers = Executors.newCachedThreadPool();
    long begun = System.nanoTime();
    for (int i = 0; i < skus.size(); i++) {
      String sku = skus.get(i);
      LockSupport.parkNanos(
          begun + i * TimeUnit.SECONDS.toNanos(1) / perSecond - System.nanoTime());
      buyers.execute(() -> buy(sku));
    }
    buyers.shutdown();
    if (!buyers.awaitTermination(WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new PlatformException("the shop's buyers do not come to an end");
    }
    double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    return new Outcome(placed.size(), refused.get(), placed.size() / seconds, delays(before));
  }

  private void buy(String sku) {
    try {
      Answer answer = Shop.place(Edge.visitor(gateway, PATIENCE), sku);
      if (answer.status() == ORDERED) {
        placed.put(sku, clock.instant());
        return;
      }
    } catch (PlatformException noAnswer) {
      // counted as those that were refused: it is not known when they were sold
    }
    refused.incrementAndGet();
  }

  private Map<String, Delay> delays(Map<String, Map<String, Integer>> before)
      throws InterruptedException {
    Map<String, Delay> delays = new TreeMap<>();
    Map<String, Long> slowest = new TreeMap<>();
    for (Stall stall : stalls) {
      List<Long> millis = new ArrayList<>();
      shown(stall, before.getOrDefault(stall.key(), Map.of()))
          .forEach(
              (sku, at) -> {
                Instant sold = placed.getOrDefault(sku, at);
                long took = Math.max(0, Duration.between(sold, at).toMillis());
                millis.add(took);
                slowest.merge(sku, took, Math::max);
              });
      delays.put(stall.key(), Delay.of(millis));
    }
    delays.put("all accounts", Delay.of(List.copyOf(slowest.values())));
    return delays;
  }

  /** When an account came to show one unit less of each article; waits until it does. */
  private Map<String, Instant> shown(Stall stall, Map<String, Integer> before)
      throws InterruptedException {
    long end = System.nanoTime() + WITHIN.toNanos();
    Rest rest = new Rest();
    while (true) {
      Map<String, Instant> shown = new TreeMap<>();
      for (Shown one : stall.ledger(sandbox).shown()) {
        int least = before.getOrDefault(one.sku(), 0) - 1;
        if (placed.containsKey(one.sku()) && one.quantity() == least) {
          shown.put(one.sku(), one.changed());
        }
      }
      if (shown.size() == placed.size()) {
        return shown;
      }
      if (System.nanoTime() > end) {
        throw new PlatformException(
            "%s shows the new quantity of %d of %d sold articles after %d min"
                .formatted(stall.key(), shown.size(), placed.size(), WITHIN.toMinutes()));
      }
      rest.take();
    }
  }

  private Map<String, Integer> quantities(Stall stall) {
    Map<String, Integer> quantities = new TreeMap<>();
    stall.ledger(sandbox).shown().forEach(one -> quantities.put(one.sku(), one.quantity()));
    return quantities;
  }
}
