package kontor.local.marketday;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import kontor.audit.Finding;
import kontor.local.edge.Edge;
import kontor.local.platform.PlatformException;

/** Looks into all books until they show what they should. */
final class Reckoning {

  private static final Duration LISTED_WITHIN = Duration.ofMinutes(45);

  /** The platform sets fewer units than it has right only when they stay so for ten minutes. */
  private static final Duration STUCK_AFTER = Duration.ofMinutes(12);

  private final List<Stall> stalls;
  private final Wares wares;
  private final Edge sandbox;
  private final String mongoUri;
  private final Consumer<String> told;

  Reckoning(List<Stall> stalls, Wares wares, Edge sandbox, String mongoUri, Consumer<String> told) {
    this.stalls = stalls;
    this.wares = wares;
    this.sandbox = sandbox;
    this.mongoUri = mongoUri;
    this.told = told;
  }

  /** The books of all accounts and what differs. */
  record Compared(Map<String, Ledger> ledgers, List<Finding> findings) {

    long wrong() {
      return findings.stream().mapToLong(finding -> finding.violations().size()).sum();
    }

    /** How many differences there are, and what the first of them is. */
    String told() {
      return findings.stream()
          .flatMap(finding -> finding.violations().stream())
          .findFirst()
          .map(first -> wrong() + " differences, the first: " + first)
          .orElse("no differences");
    }
  }

  private Compared compare() {
    Map<String, Ledger> ledgers = new TreeMap<>();
    stalls.forEach(stall -> ledgers.put(stall.key(), stall.ledger(sandbox)));
    List<Finding> findings =
        Comparison.of(OurBooks.read(mongoUri), ledgers, new TreeSet<>(wares.skus()));
    return new Compared(ledgers, findings);
  }

  /** Until each account lists all articles and can sell them. */
  void awaitListed() throws InterruptedException {
    long end = System.nanoTime() + LISTED_WITHIN.toNanos();
    int wanted = stalls.size() * wares.skus().size();
    TreeSet<String> skus = new TreeSet<>(wares.skus());
    long shown = -1;
    Rest rest = new Rest();
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
      rest.take();
    }
  }

  /** Looks again until nothing differs, or nothing has changed for long. */
  Compared awaitAgreement() throws InterruptedException {
    long moved = System.nanoTime();
    Rest rest = new Rest();
    Compared compared = compare();
    while (compared.wrong() > 0
        && Duration.ofNanos(System.nanoTime() - moved).toMillis() < STUCK_AFTER.toMillis()) {
      rest.take();
      Compared next = compare();
      if (next.wrong() != compared.wrong()) {
        told.accept(next.told());
      }
      moved = next.findings().equals(compared.findings()) ? moved : System.nanoTime();
      compared = next;
    }
    return compared;
  }
}
