package kontor.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kontor.audit.Finding;
import kontor.local.audit.Rule;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.edge.Patience;
import kontor.local.platform.PlatformException;

/** After the last fault: waits until the platform has come to rest, and checks everything. */
final class Aftermath {

  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  private static final Duration FINAL_WITHIN = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long NOTICED_MS = 3_000;
  private static final int TRIES = 12;
  private static final long PAUSE_MS = 5_000;
  private static final int MOST_REPEATED = 100;

  private final Site site;
  private final Articles articles;
  private final History history;
  private final Consumer<String> told;
  private final Set<String> oldLetters;

  /** Notes the dead letters that are there before it begins. */
  Aftermath(Site site, Articles articles, History history, Consumer<String> told) {
    this.site = site;
    this.articles = articles;
    this.history = history;
    this.told = told;
    this.oldLetters = Books.letters(site);
  }

  /**
   * What came of it.
   *
   * @param readyMillis from the last fault until all components were ready
   * @param finalMillis from the last fault until no order was open
   * @param longestOpenMillis the longest that any order was open
   */
  record Result(
      long readyMillis, long finalMillis, long longestOpenMillis, List<Finding> findings) {}

  /**
   * @param lastFault when it ended, on the history's clock
   */
  Result check(Load load, long lastFault) throws InterruptedException {
    Thread.sleep(NOTICED_MS); // a component that has just died still counts as ready for a moment
    long ready = await(READY_WITHIN, this::ready) - lastFault;
    Edge manager = Patience.until("a manager can sign in", READY_WITHIN, this::signIn);
    long settled = await(READY_WITHIN, () -> nothingOpen(manager)) - lastFault;
    told.accept(
        "All components ready after %d ms, no order open after %d ms".formatted(ready, settled));
    askAgain(load);
    await(READY_WITHIN, () -> nothingOpen(manager));
    Books books = new Books(site, articles, manager, oldLetters);
    Books.Seen seen = books.read(history.entries());
    for (int i = 1; i < TRIES && !clean(seen.findings()); i++) {
      told.accept(wrong(seen.findings()) + " rules are not kept yet, looking again ...");
      Thread.sleep(PAUSE_MS); // what is still on its way looks wrong until it arrives
      seen = books.read(history.entries());
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(inTime(settled));
    findings.add(Checker.noInternalErrors(history.entries()));
    findings.addAll(seen.findings());
    return new Result(ready, settled, seen.longestOpenMillis(), findings);
  }

  private static Finding inTime(long settled) {
    Rule rule = new Rule("every order is final within 60 s of the last fault");
    rule.check(settled <= FINAL_WITHIN.toMillis(), "it took " + settled + " ms");
    return rule.finding();
  }

  private static long wrong(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.violations().isEmpty()).count();
  }

  private static boolean clean(List<Finding> findings) {
    return findings.stream().allMatch(finding -> finding.violations().isEmpty());
  }

  private Optional<Edge> signIn() {
    try {
      return Optional.of(site.manager().apply(PATIENCE));
    } catch (PlatformException notYet) {
      return Optional.empty();
    }
  }

  private boolean ready() {
    return site.platform().status().ready();
  }

  private static boolean nothingOpen(Edge manager) {
    Answer open = manager.get("/api/admin/orders?status=PLACED&limit=1");
    return open.ok() && open.body().path("total").asInt(-1) == 0;
  }

  /** What was not answered is asked again, twice: both answers must be the same order. */
  private void askAgain(Load load) {
    int asked = 0;
    for (Shopper shopper : load.shoppers()) {
      for (Shopper.Promise promise : shopper.open()) {
        if (asked < MOST_REPEATED) {
          shopper.order("checker", promise);
          shopper.order("checker", promise);
          asked++;
        }
      }
    }
  }

  /** When it became true, on the history's clock. */
  private long await(Duration most, BooleanSupplier question) throws InterruptedException {
    long deadline = history.now() + most.toMillis();
    while (!answered(question)) {
      if (history.now() > deadline) {
        return history.now();
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return history.now();
  }

  private static boolean answered(BooleanSupplier question) {
    try {
      return question.getAsBoolean();
    } catch (PlatformException silence) {
      return false;
    }
  }
}
