package kontor.local.marketday;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kontor.audit.Finding;
import kontor.local.edge.Edge;
import kontor.local.platform.RunningPlatform;

/**
 * A day at three marketplaces with two accounts each, in the marketplaces' fast time: lists an
 * assortment, sells it while answers are lost and the connector is killed, and compares all books
 * in the end.
 */
public final class MarketDay {

  private static final Duration TRADING = Duration.ofHours(2);
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
    Reckoning reckoning = new Reckoning(stalls, wares, sandbox, site.mongoUri(), told);
    long begun = System.nanoTime();
    reckoning.awaitListed();
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
    List<Packers> packers =
        stalls.stream()
            .map(Stall::channel)
            .distinct()
            .map(channel -> new Packers(site.manager(), channel, trade::fate))
            .toList();
    Kills kills = new Kills(site.platform(), plan.every());
    List<Thread> packing = packers.stream().map(one -> start(one, "packers")).toList();
    Thread killing = start(plan.every().isZero() ? () -> {} : kills, "kills");
    Thread telling = start(() -> tell(trade, packers, kills), "progress");
    trade.run();
    long traded = since(opened);
    kills.close();
    killing.interrupt();
    mishaps.end();
    told.accept("The last sale is made; waiting until all books agree ...");
    long last = System.nanoTime();
    Reckoning.Compared compared = reckoning.awaitAgreement();
    long quiet = since(last);
    packers.forEach(Packers::close);
    for (Thread one : packing) {
      one.join();
    }
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
        new EbayStall("main", "kontor_seller", "kontor-local-refresh-token"),
        new EbayStall("zweit", "kontor_zweit", "kontor-second-refresh-token"),
        new EtsyStall("main", 40_000_001, "kontor-local-refresh-token"),
        new EtsyStall("zweit", 40_000_002, "kontor-second-refresh-token-" + run));
  }

  private void tell(Trade trade, List<Packers> packers, Kills kills) {
    try {
      while (trade.done() < plan.orders()) {
        TimeUnit.SECONDS.sleep(20);
        told.accept(
            trade.done()
                + " sales, "
                + packers.stream().mapToInt(Packers::shipped).sum()
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
