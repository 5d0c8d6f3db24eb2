package kontor.local.marketday;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Of a hundred sales: those that the buyer cancels, and those that are paid late or never. */
  private static final int CANCEL = 5;

  private static final int LATE = 4;
  private static final int NEVER = 2;

  private final List<Stall> stalls;
  private final Wares wares;
  private final Plan plan;
  private final URI sandbox;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger soldOut = new AtomicInteger();
  private final Map<String, AtomicInteger> fates = new ConcurrentHashMap<>();
  private final Set<String> cancels = ConcurrentHashMap.newKeySet();

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
   * Whether the buyer has said that he does not want it any more.
   *
   * @param sale channel and the marketplace's number
   */
  boolean unwanted(String sale) {
    return cancels.contains(sale);
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
    int fate = chance.nextInt(100);
    Map<String, Integer> wanted = new HashMap<>();
    int lines = 1 + (chance.nextInt(4) == 0 ? chance.nextInt(MOST_LINES) : 0);
    for (int i = 0; i < lines; i++) {
      wanted.put(wares.any(chance), 1 + chance.nextInt(MOST_UNITS));
    }
    List<Stall.Wish> wishes = new ArrayList<>();
    wanted.forEach((sku, units) -> wishes.add(new Stall.Wish(sku, units)));
    Edge edge = Edge.visitor(sandbox, PATIENCE);
    boolean paid = fate >= LATE + NEVER;
    try {
      String id = stall.buy(edge, wishes, paid);
      decide(stall, edge, id, fate);
    } catch (PlatformException refused) {
      soldOut.incrementAndGet();
    }
    done.incrementAndGet();
  }

  private void decide(Stall stall, Edge edge, String id, int fate) {
    if (fate < NEVER) {
      count("never paid, cancelled there");
      cancels.add(stall.channel() + " " + id);
      Stall.ok(stall.cancel(edge, id));
    } else if (fate < NEVER + LATE) {
      count("paid late");
      pause();
      Stall.ok(stall.pay(edge, id));
    } else if (fate < NEVER + LATE + CANCEL) {
      count("cancelled by the buyer");
      cancels.add(stall.channel() + " " + id);
      pause();
      Stall.ok(stall.cancel(edge, id));
    } else {
      count("bought");
    }
  }

  private void count(String fate) {
    fates.computeIfAbsent(fate, name -> new AtomicInteger()).incrementAndGet();
  }

  /** A moment that is sometimes longer than the next look of the platform. */
  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(500)));
  }
}
