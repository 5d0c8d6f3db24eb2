package kontor.local.faults;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.audit.Finding;
import kontor.local.audit.Audit;
import kontor.local.audit.Rule;
import kontor.local.deadletter.Letter;
import kontor.local.deadletter.LetterBox;
import kontor.local.edge.Edge;
import kontor.local.faults.Observed.OrderFacts;
import kontor.local.platform.PlatformException;
import org.apache.kafka.common.KafkaException;

/** What the platform has stored, published and shows, held against a history and against itself. */
final class Books {

  private final Site site;
  private final Set<String> oldLetters;
  private final Observer observer;
  private final Audit audit;
  private final Articles articles;

  /**
   * What was found.
   *
   * @param longestOpenMillis the longest that any order was open
   */
  record Seen(List<Finding> findings, long longestOpenMillis) {}

  /**
   * @param oldLetters the dead letters that were there before the campaign
   */
  Books(Site site, Articles articles, Edge manager, Set<String> oldLetters) {
    this.site = site;
    this.oldLetters = oldLetters;
    this.observer = new Observer(site.mongoUri(), manager, articles);
    this.audit = new Audit(site.mongoUri(), site.bootstrapServers(), manager);
    this.articles = articles;
  }

  /** What cannot be read at the moment is a violation as well: it must be readable in the end. */
  Seen read(List<Entry> history) throws InterruptedException {
    try {
      return readAll(history);
    } catch (PlatformException | MongoException | KafkaException away) {
      String why = String.valueOf(away.getMessage());
      return new Seen(List.of(new Finding("all books can be read", 1, List.of(why))), 0);
    }
  }

  private Seen readAll(List<Entry> history) throws InterruptedException {
    Observed observed = observer.observe(history);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Checker.check(history, observed, articles.onEbay()));
    findings.add(noNewLetters());
    findings.addAll(audit.run());
    long longest =
        observed.orders().values().stream().mapToLong(OrderFacts::openMillis).max().orElse(0);
    return new Seen(findings, longest);
  }

  private Finding noNewLetters() {
    Rule rule = new Rule("nothing became a dead letter");
    letters(site)
        .forEach(id -> rule.check(oldLetters.contains(id), id + " lies among the dead letters"));
    return rule.finding();
  }

  /** The dead letters that wait now. */
  static Set<String> letters(Site site) {
    try (LetterBox box = new LetterBox(site.mongoUri(), site.bootstrapServers())) {
      return box.waiting().stream().map(Letter::id).collect(Collectors.toSet());
    }
  }
}
