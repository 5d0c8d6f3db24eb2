package kontor.local.marketday;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/**
 * The buyers of a market day. What each buys, where, and what becomes of it comes from the seed
 * alone; when exactly does not. A buyer who cancels has written to the shop before, so that nobody
 * packs for him.
 */
final class Trade {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BUYERS = 6;
  private static final int MOST_LINES = 3;
  private static final int MOST_UNITS = 2;

  /** What becomes of a sale, and how many of a hundred end so. */
  enum Fate {
    NEVER_PAID(2, "never paid, cancelled there"),
    PAID_LATE(4, "paid late"),
    CANCELLED_THERE(5, "cancelled by the buyer"),
    CANCELLED_HERE(3, "cancelled by us"),
    SENT_BACK(4, "of which a unit came back"),
    KEPT(82, "bought and kept");

    private final int percent;
    private final String words;

    Fate(int percent, String words) {
      this.percent = percent;
      this.words = words;
    }

    /** The same where only the marketplace can do it. */
    Fate atTheMarketplace() {
      return switch (this) {
        case CANCELLED_HERE -> CANCELLED_THERE;
        case SENT_BACK -> KEPT;
        default -> this;
      };
    }

    static Fate of(SplittableRandom chance) {
      int left = chance.nextInt(100);
      for (Fate fate : values()) {
        left -= fate.percent;
        if (left < 0) {
          return fate;
        }
      }
      return KEPT;
    }
  }

  private final List<Stall> stalls;
  private final Wares wares;
  private final Plan plan;
  private final URI sandbox;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger soldOut = new AtomicInteger();
  private final Map<String, AtomicInteger> fates = new ConcurrentHashMap<>();
  private final Map<String, Fate> bySale = new ConcurrentHashMap<>();
  private final Map<String, Instant> paid = new ConcurrentHashMap<>();

  /**
   * @param perSecond sales of all accounts together
   */
  record Plan(long seed, int orders, int perSecond) {}

  Trade(List<Stall> stalls, Wares wares, Plan plan, URI sandbox) {
    this.stalls = stalls;
    this.wares = wares;
    this.plan = plan;
    this.sandbox = sandbox;
  }

  /** Sales made or refused so far. */
  int done() {
    return done.get();
  }

  /** Sales that a marketplace refused, since it showed too few units by then. */
  int soldOut() {
    return soldOut.get();
  }

  /** How many sales came to what end. */
  Map<String, Integer> fates() {
    Map<String, Integer> counted = new HashMap<>();
    fates.forEach((fate, number) -> counted.put(fate, number.get()));
    return counted;
  }

  /**
   * What is to become of a sale.
   *
   * @param sale channel and the marketplace's number
   */
  Fate fate(String sale) {
    return bySale.getOrDefault(sale, Fate.KEPT);
  }

  /**
   * Sales that were paid at once between these moments and that nobody cancels, as channel and the
   * marketplace's number.
   */
  List<String> paidSales(Instant from, Instant until) {
    return paid.entrySet().stream()
        .filter(sale -> sale.getValue().isAfter(from) && sale.getValue().isBefore(until))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns when the last sale is made and decided on. */
  void run() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(plan.seed());
    ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
    long begun = System.nanoTime();
    for (int i = 0; i < plan.orders(); i++) {
      SplittableRandom chance = random.split();
      long due = begun + i * TimeUnit.SECONDS.toNanos(1) / plan.perSecond();
      LockSupport.parkNanos(due - System.nanoTime());
      buyers.execute(() -> sell(chance));
    }
    buyers.shutdown();
    if (!buyers.awaitTermination(1, TimeUnit.HOURS)) {
      throw new PlatformException("the buyers do not come to an end");
    }
  }

  private void sell(SplittableRandom chance) {
    Stall stall = stalls.get(chance.nextInt(stalls.size()));
    Fate wanted = Fate.of(chance);
    Fate fate = stall.goesBackByUs() ? wanted : wanted.atTheMarketplace();
    Map<String, Integer> basket = new HashMap<>();
    int lines = 1 + (chance.nextInt(4) == 0 ? chance.nextInt(MOST_LINES) : 0);
    for (int i = 0; i < lines; i++) {
      basket.put(wares.any(chance), 1 + chance.nextInt(MOST_UNITS));
    }
    List<Stall.Wish> wishes = new ArrayList<>();
    basket.forEach((sku, units) -> wishes.add(new Stall.Wish(sku, units)));
    Edge edge = Edge.visitor(sandbox, PATIENCE);
    boolean atOnce = fate != Fate.NEVER_PAID && fate != Fate.PAID_LATE;
    try {
      String id = stall.buy(edge, wishes, atOnce);
      decide(stall, edge, id, fate);
    } catch (PlatformException refused) {
      soldOut.incrementAndGet();
    }
    done.incrementAndGet();
  }

  private void decide(Stall stall, Edge edge, String id, Fate fate) {
    bySale.put(stall.channel() + " " + id, fate);
    if (fate == Fate.KEPT || fate == Fate.SENT_BACK) {
      paid.put(stall.channel() + " " + id, Instant.now());
    }
    fates.computeIfAbsent(fate.words, name -> new AtomicInteger()).incrementAndGet();
    switch (fate) {
      case NEVER_PAID -> Stall.ok(stall.cancel(edge, id));
      case PAID_LATE -> {
        pause();
        Stall.ok(stall.pay(edge, id));
      }
      case CANCELLED_THERE -> {
        pause();
        Stall.ok(stall.cancel(edge, id));
      }
      case CANCELLED_HERE, SENT_BACK, KEPT -> {
        // the packers' work
      }
    }
  }

  /** A moment that is sometimes longer than the next look of the platform. */
  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(500)));
  }
}
