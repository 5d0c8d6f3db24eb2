package kontor.local.marketday;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/** New prices for all articles at once, and how many calls brought them to each account. */
public final class PriceRound {

  private static final Duration WITHIN = Duration.ofMinutes(30);
  private final List<Stall> stalls;
  private final Wares wares;
  private final Edge sandbox;

  /**
   * What it took.
   *
   * @param calls by account, those that send prices and ask what became of them
   * @param fewest by account, as few as the marketplace's batches allow; none where it has no batch
   * @param millis from the import of the new prices until every account shows them
   */
  public record Outcome(Map<String, Long> calls, Map<String, Long> fewest, long millis) {}

  PriceRound(List<Stall> stalls, Wares wares, Edge sandbox) {
    this.stalls = stalls;
    this.wares = wares;
    this.sandbox = sandbox;
  }

  Outcome run(Edge manager, SplittableRandom chance) throws InterruptedException {
    Map<String, Long> before = calls();
    long begun = System.nanoTime();
    Map<String, BigDecimal> prices = wares.reprice(manager, chance);
    long end = begun + WITHIN.toNanos();
    Rest rest = new Rest();
    while (!shown(prices)) {
      if (System.nanoTime() > end) {
        throw new PlatformException(
            "the new prices are not everywhere after " + WITHIN.toMinutes() + " min");
      }
      rest.take();
    }
    long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    Map<String, Long> used = new TreeMap<>();
    calls().forEach((key, number) -> used.put(key, number - before.getOrDefault(key, 0L)));
    Map<String, Long> fewest = new TreeMap<>();
    for (Stall stall : stalls) {
      stall.fewestCalls(prices.size()).ifPresent(least -> fewest.put(stall.key(), least));
    }
    return new Outcome(used, fewest, millis);
  }

  private Map<String, Long> calls() {
    Map<String, Long> calls = new HashMap<>();
    for (Stall stall : stalls) {
      Map<String, Long> all = stall.ledger(sandbox).calls();
      calls.put(
          stall.key(),
          stall.sendingCalls().stream().mapToLong(name -> all.getOrDefault(name, 0L)).sum());
    }
    return calls;
  }

  private boolean shown(Map<String, BigDecimal> prices) {
    return stalls.stream()
        .allMatch(
            stall ->
                stall.ledger(sandbox).shown().stream()
                    .filter(one -> prices.containsKey(one.sku()))
                    .allMatch(
                        one ->
                            one.price().compareTo(prices.getOrDefault(one.sku(), one.price()))
                                == 0));
  }
}
