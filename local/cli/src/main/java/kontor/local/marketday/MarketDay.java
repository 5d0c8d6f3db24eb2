package kontor.local.marketday;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kontor.audit.Finding;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;
import kontor.local.platform.RunningPlatform;

/**
 * A day at three marketplaces with two accounts each, in the marketplaces' fast time: lists an
 * assortment, sells it while answers are lost and the connector is killed, and compares all books
 * in the end.
 */
public final class MarketDay {

  private static final Duration LISTED_WITHIN = Duration.ofMinutes(45);
  private static final Duration STUCK_AFTER = Duration.ofSeconds(90);
  private static final Duration TRADING = Duration.ofHours(2);
  private static final long LOOK_MS = 5_000;
  private static final int ETSY_CALLS_A_DAY = 5_000_000;

  private final Site site;
  private final Plan plan;
  private final Consumer<String> told;

  /** The platform that it runs on. */
  public record Site(
      RunningPlatform platform, URI sandbox, Supplier<Edge> manager, String mongoUri) {}

  /**
   * @param skus articles, all of them on all accounts
   * @param perSecond sales of all accounts together
   * @param every how often an instance of the connector is killed; zero: never
   */
  public record Plan(long seed, int skus, int orders, int perSecond, Duration every) {}

  /**
   * @param sold by what became of it
   * @param calls at each account, by operation
   * @param prices what it took to change all prices before the sales began
   * @param quietMillis from the last sale until nothing differed any more
   */
  public record Result(
      long seed,
      int skus,
      Map<String, Integer> sold,
      int soldOut,
      int kills,
      PriceRound.Outcome prices,
      long listedMillis,
      long tradedMillis,
      long quietMillis,
      Map<String, Map<String, Long>> calls,
      List<Finding> findings) {

    /** Whether all books agree. */
    public boolean clean() {
      return findings.stream().allMatch(finding -> finding.violations().isEmpty());
    }
  }

  /**
   * @param told gets a line for each phase
   */
  public MarketDay(Site site, Plan plan, Consumer<String> told) {
    this.site = site;
    this.plan = plan;
    this.told = told;
  }

  /** Takes its time: the sales at their pace, and until all books agree or nothing moves. */
  public Result run() throws InterruptedException {
    Edge sandbox = Edge.visitor(site.sandbox());
    Edge manager = site.manager().get();
    String run = Long.toString(System.currentTimeMillis(), 36);
    SplittableRandom random = new SplittableRandom(plan.seed());
    Wares wares = new Wares(run, plan.skus());
    List<Stall> stalls = stalls(run);
    Stall.ok(
        sandbox.post("/control/etsy/limits", Map.of("perSecond", 100, "perDay", ETSY_CALLS_A_DAY)));
    told.accept(
        "Opening " + stalls.size() + " accounts, importing " + plan.skus() + " articles ...");
    stalls.forEach(stall -> stall.open(sandbox, manager));
    wares.open(manager, random.split());
    long begun = System.nanoTime();
    awaitListed(stalls, wares, sandbox);
    long listed = since(begun);

    told.accept("Listed after " + listed / 1_000 + " s. New prices for all ...");
    PriceRound.Outcome prices = new PriceRound(stalls, wares, sandbox).run(manager, random.split());
    told.accept("Selling " + plan.orders() + " orders, " + plan.perSecond() + " a second ...");
    long opened = System.nanoTime();
    Mishaps mishaps = new Mishaps(sandbox);
    mishaps.begin(TRADING);
    Trade trade =
        new Trade(
            stalls,
            wares,
            new Trade.Plan(random.nextLong(), plan.orders(), plan.perSecond()),
            site.sandbox());
    List<String> channels = stalls.stream().map(Stall::channel).distinct().toList();
    Packers packers = new Packers(site.manager(), channels, trade::unwanted);
    Kills kills = new Kills(site.platform(), plan.every());
    Thread packing = start(packers, "packers");
    Thread killing = start(plan.every().isZero() ? () -> {} : kills, "kills");
    Thread telling = start(() -> tell(trade, packers, kills), "progress");
    trade.run();
    long traded = since(opened);
    kills.close();
    killing.interrupt();
    mishaps.end();
    told.accept("The last sale is made; waiting until all books agree ...");
    long last = System.nanoTime();
    Compared compared = awaitAgreement(stalls, wares, sandbox);
    long quiet = since(last);
    packers.close();
    packing.join();
    telling.interrupt();
    Map<String, Map<String, Long>> calls = new TreeMap<>();
    compared.ledgers().forEach((key, ledger) -> calls.put(key, new TreeMap<>(ledger.calls())));
    return new Result(
        plan.seed(),
        plan.skus(),
        new TreeMap<>(trade.fates()),
        trade.soldOut(),
        kills.number(),
        prices,
        listed,
        traded,
        quiet,
        calls,
        compared.findings());
  }

  /** The first of each is the one that is connected with ./kontor up. */
  private static List<Stall> stalls(String run) {
    return List.of(
        new AmazonStall("main", "A1KONTORLOCAL0", "kontor-local-refresh-token"),
        new AmazonStall("zweit", "A2KONTORLOCAL0", "kontor-second-refresh-token"),
        new EbayStall("main"),
        new EtsyStall("main", 40_000_001, "kontor-local-refresh-token"),
        new EtsyStall("zweit", 40_000_002, "kontor-second-refresh-token-" + run));
  }

  private record Compared(Map<String, Ledger> ledgers, List<Finding> findings) {

    long wrong() {
      return findings.stream().mapToLong(finding -> finding.violations().size()).sum();
    }
  }

  private Compared compare(List<Stall> stalls, Wares wares, Edge sandbox) {
    Map<String, Ledger> ledgers = new TreeMap<>();
    stalls.forEach(stall -> ledgers.put(stall.key(), stall.ledger(sandbox)));
    List<Finding> findings =
        Comparison.of(OurBooks.read(site.mongoUri()), ledgers, new TreeSet<>(wares.skus()));
    return new Compared(ledgers, findings);
  }

  private void awaitListed(List<Stall> stalls, Wares wares, Edge sandbox)
      throws InterruptedException {
    long end = System.nanoTime() + LISTED_WITHIN.toNanos();
    int wanted = stalls.size() * wares.skus().size();
    TreeSet<String> skus = new TreeSet<>(wares.skus());
    long shown = -1;
    while (true) {
      long now =
          stalls.stream()
              .flatMap(stall -> stall.ledger(sandbox).shown().stream())
              .filter(one -> skus.contains(one.sku()) && one.quantity() > 0)
              .count();
      if (now >= wanted) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new PlatformException(
            "only "
                + now
                + " of "
                + wanted
                + " listings can be bought after "
                + LISTED_WITHIN.toMinutes()
                + " min");
      }
      if (now != shown) {
        told.accept(now + " of " + wanted + " listings can be bought");
        shown = now;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
  }

  private Compared awaitAgreement(List<Stall> stalls, Wares wares, Edge sandbox)
      throws InterruptedException {
    long moved = System.nanoTime();
    Compared compared = compare(stalls, wares, sandbox);
    while (compared.wrong() > 0 && since(moved) < STUCK_AFTER.toMillis()) {
      told.accept(compared.wrong() + " differences");
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
      Compared next = compare(stalls, wares, sandbox);
      moved = next.findings().equals(compared.findings()) ? moved : System.nanoTime();
      compared = next;
    }
    return compared;
  }

  private void tell(Trade trade, Packers packers, Kills kills) {
    try {
      while (trade.done() < plan.orders()) {
        TimeUnit.SECONDS.sleep(20);
        told.accept(
            trade.done()
                + " sales, "
                + packers.shipped()
                + " shipped, "
                + kills.number()
                + " kills");
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static long since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }
}
