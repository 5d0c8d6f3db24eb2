package kontor.local.marketday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kontor.audit.Finding;
import kontor.local.audit.Rule;
import kontor.local.edge.Edge;

/**
 * A marketplace that is away while its buyers go on buying: of its calls every other one gets no
 * answer at all, the rest are refused. The other marketplaces' sales must become orders meanwhile
 * as ever.
 */
final class Outage implements Runnable {

  /** A sale this old must be an order: longer than a look at any marketplace takes. */
  private static final Duration AT_ONCE = Duration.ofSeconds(15);

  private final Edge sandbox;
  private final String mongoUri;
  private final Trade trade;
  private final Plan plan;
  private final Consumer<String> told;
  private final Rule undisturbed;

  /**
   * @param marketplace that is away
   * @param after so many sales
   * @param length on this machine's clock
   */
  record Plan(String marketplace, int after, Duration length) {}

  Outage(Edge sandbox, String mongoUri, Trade trade, Plan plan, Consumer<String> told) {
    this.sandbox = sandbox;
    this.mongoUri = mongoUri;
    this.trade = trade;
    this.plan = plan;
    this.told = told;
    this.undisturbed =
        new Rule(
            "%s away for %d s: the others' sales are orders within %d s"
                .formatted(plan.marketplace(), plan.length().toSeconds(), AT_ONCE.toSeconds()));
  }

  /** What was disturbed. */
  Finding finding() {
    return undisturbed.finding();
  }

  @Override
  public void run() {
    try {
      while (trade.done() < plan.after()) {
        TimeUnit.SECONDS.sleep(1);
      }
      fail("TIMEOUT", Map.of("every", 2, "stored", false));
      fail("UNAVAILABLE", Map.of());
      told.accept(plan.marketplace() + " is away for " + plan.length().toSeconds() + " s");
      Instant since = Instant.now();
      long end = System.nanoTime() + plan.length().toNanos();
      while (System.nanoTime() < end) {
        TimeUnit.SECONDS.sleep(Math.min(AT_ONCE.toSeconds(), plan.length().toSeconds()));
        look(since);
      }
      told.accept(plan.marketplace() + " is back");
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(String kind, Map<String, Object> more) {
    Map<String, Object> fault = new java.util.TreeMap<>(more);
    fault.put("operation", "*");
    fault.put("kind", kind);
    fault.put("duration", plan.length().toString());
    Stall.ok(sandbox.post("/control/" + plan.marketplace() + "/faults", fault));
  }

  /** Reads the platform's books after it has noted which sales have to be in them. */
  private void look(Instant since) {
    List<String> due = new ArrayList<>();
    trade
        .paidSales(since, Instant.now().minus(AT_ONCE))
        .forEach(
            sale -> {
              if (!sale.startsWith(plan.marketplace())) {
                due.add(sale);
              }
            });
    Set<String> orders = OurBooks.read(mongoUri).sales();
    due.forEach(sale -> undisturbed.check(orders.contains(sale), sale + " is no order yet"));
  }
}
