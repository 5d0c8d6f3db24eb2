package kontor.local.marketday;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kontor.local.edge.Edge;
import kontor.local.platform.RunningPlatform;

/**
 * A day at three marketplaces with two accounts each, in the marketplaces' fast time: lists an
 * assortment, sells it while answers are lost and the connector is killed, and compares all books
 * in the end.
 */
public final class MarketDay {

  private static final int ETSY_CALLS_A_DAY = 5_000_000;

  private final Site site;
  private final Plan plan;
  private final Consumer<String> told;

  /** The platform that it runs on. */
  public record Site(
      RunningPlatform platform,
      URI gateway,
      URI sandbox,
      Supplier<Edge> manager,
      String mongoUri) {}

  /**
   * @param skus articles, all of them on all accounts
   * @param shopSales sales in the shop whose way to the marketplaces is timed
   * @param perSecond sales of the shop, then of all accounts together
   * @param every how often an instance of the connector is killed; zero: never
   * @param away the marketplace that is away for two hours of its own time; empty for none
   */
  public record Plan(
      long seed,
      int skus,
      int shopSales,
      int orders,
      int perSecond,
      Duration every,
      Optional<String> away) {}

  /**
   * @param listedMillis until every account listed everything
   * @param prices what it took to change all prices before the sales began
   * @param shop how fast sales in the shop were seen at the marketplaces
   */
  public record Result(
      long seed,
      int skus,
      long listedMillis,
      PriceRound.Outcome prices,
      ShopRound.Outcome shop,
      Trading.Outcome trading) {

    /** Whether all books agree. */
    public boolean clean() {
      return trading.findings().stream().allMatch(finding -> finding.violations().isEmpty());
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
    told.accept("Shown after " + prices.millis() / 1_000 + " s. Selling in the shop ...");
    ShopRound.Outcome shop =
        new ShopRound(stalls, wares, sandbox, site.gateway())
            .run(plan.shopSales(), plan.perSecond());
    told.accept(shop.sales() + " sales in the shop, seen at the marketplaces: " + shop.delays());
    told.accept("Selling " + plan.orders() + " orders, " + plan.perSecond() + " a second ...");
    Trade trade =
        new Trade(
            stalls,
            wares,
            new Trade.Plan(random.nextLong(), plan.orders(), plan.perSecond()),
            site.sandbox());
    Trading.Outcome traded = new Trading(site, plan, sandbox, told).run(trade, stalls, reckoning);
    return new Result(plan.seed(), plan.skus(), listed, prices, shop, traded);
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

  private static long since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }
}
