package kontor.local.faults;

import java.util.ArrayList;
import java.util.List;
import kontor.local.audit.Audit;
import kontor.local.audit.Finding;
import kontor.local.edge.Edge;
import kontor.local.faults.Observed.OrderFacts;

/** What the platform has stored, published and shows, held against a history and against itself. */
final class Books {

  private final Observer observer;
  private final Audit audit;
  private final Articles articles;

  /**
   * What was found.
   *
   * @param longestOpenMillis the longest that any order was open
   */
  record Seen(List<Finding> findings, long longestOpenMillis) {}

  Books(Site site, Articles articles, Edge manager) {
    this.observer = new Observer(site.mongoUri(), manager, articles);
    this.audit = new Audit(site.mongoUri(), site.bootstrapServers(), manager);
    this.articles = articles;
  }

  Seen read(List<Entry> history) throws InterruptedException {
    Observed observed = observer.observe(history);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Checker.check(history, observed, articles.onEbay()));
    findings.addAll(audit.run());
    long longest =
        observed.orders().values().stream().mapToLong(OrderFacts::openMillis).max().orElse(0);
    return new Seen(findings, longest);
  }
}
