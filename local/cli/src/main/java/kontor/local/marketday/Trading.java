package kontor.local.marketday;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kontor.audit.Finding;
import kontor.local.edge.Edge;
import kontor.local.marketday.MarketDay.Plan;
import kontor.local.marketday.MarketDay.Site;

/** The sales at the marketplaces, all that goes wrong meanwhile, and the reckoning at the end. */
public final class Trading {

  private static final Duration MISHAPS = Duration.ofHours(2);
  private static final Duration AWAY = Duration.ofHours(2);

  private final Site site;
  private final Plan plan;
  private final Edge sandbox;
  private final Consumer<String> told;

  /**
   * @param sold by what became of it
   * @param tradedMillis from the first sale to the last
   * @param quietMillis from the last sale, or from when the marketplace that was away came back,
   *     until nothing differed any more
   * @param calls at each account, by operation
   */
  public record Outcome(
      Map<String, Integer> sold,
      int soldOut,
      int kills,
      long tradedMillis,
      long quietMillis,
      Map<String, Map<String, Long>> calls,
      List<Finding> findings) {}

  Trading(Site site, Plan plan, Edge sandbox, Consumer<String> told) {
    this.site = site;
    this.plan = plan;
    this.sandbox = sandbox;
    this.told = told;
  }

  Outcome run(Trade trade, List<Stall> stalls, Reckoning reckoning) throws InterruptedException {
    long opened = System.nanoTime();
    Mishaps mishaps = new Mishaps(sandbox);
    mishaps.begin(MISHAPS);
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
    Optional<Outage> outage = plan.away().map(marketplace -> outage(marketplace, trade));
    Optional<Thread> failing = outage.map(one -> start(one, "outage"));
    trade.run();
    long traded = since(opened);
    if (failing.isPresent()) {
      failing.get().join();
    }
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
    List<Finding> findings = new ArrayList<>(compared.findings());
    outage.map(Outage::finding).ifPresent(findings::add);
    return new Outcome(
        new TreeMap<>(trade.fates()),
        trade.soldOut(),
        kills.number(),
        traded,
        quiet,
        calls(compared),
        findings);
  }

  /** Begins after a quarter of the sales. */
  private Outage outage(String marketplace, Trade trade) {
    int factor = Stall.ok(sandbox.get("/control/time-scale")).path("factor").asInt();
    return new Outage(
        sandbox,
        site.mongoUri(),
        trade,
        new Outage.Plan(marketplace, plan.orders() / 4, AWAY.dividedBy(factor)),
        told);
  }

  private static Map<String, Map<String, Long>> calls(Reckoning.Compared compared) {
    Map<String, Map<String, Long>> calls = new TreeMap<>();
    compared.ledgers().forEach((key, ledger) -> calls.put(key, new TreeMap<>(ledger.calls())));
    return calls;
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
