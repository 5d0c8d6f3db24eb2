package kontor.connector.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.worklist.WorkItem.Kind;

/**
 * What could not be done, until it is done or somebody lets it go. It is tried again by itself
 * three times, a quarter of an hour apart; then a person has to see to it.
 */
public final class WorkList {

  private static final int MOST_TRIES = 3;
  private static final Duration APART = Duration.ofMinutes(15);

  private final WorkItems items;
  private final Clock clock;

  public WorkList(WorkItems items, Clock clock) {
    this.items = items;
    this.clock = clock;
  }

  /** It could not be done, now or again. A report that is read twice counts once. */
  public void failed(Account account, Kind kind, String subject, String reason) {
    Instant now = clock.instant();
    WorkItem fresh =
        new WorkItem(account.key(), kind, subject, reason, now, 1, Optional.of(now.plus(APART)));
    Optional<WorkItem> known = items.find(fresh.id());
    boolean early =
        known.isPresent()
            && known.get().reason().equals(reason)
            && known.get().nextTry().map(now::isBefore).orElse(true);
    if (!early) {
      items.put(known.map(before -> again(before, reason, now)).orElse(fresh));
    }
  }

  /** A person has to see to it: it is not tried by itself. */
  public void forPerson(Account account, Kind kind, String subject, String reason) {
    WorkItem item =
        new WorkItem(account.key(), kind, subject, reason, clock.instant(), 1, Optional.empty());
    Optional<WorkItem> known = items.find(item.id());
    if (known.filter(before -> before.nextTry().isEmpty()).isEmpty()) {
      items.put(item);
    }
  }

  public Optional<WorkItem> find(Account account, Kind kind, String subject) {
    return items.find(account.key() + "/" + kind + "/" + subject);
  }

  /** It is done after all, or not to be done any more. Does nothing if it is not on the list. */
  public void done(Account account, Kind kind, String subject) {
    items.remove(account.key() + "/" + kind + "/" + subject);
  }

  /** What is to be tried again now. */
  public List<WorkItem> due(Account account, Kind kind) {
    Instant now = clock.instant();
    return items.of(account.key() + "/" + kind + "/").stream()
        .filter(item -> item.nextTry().filter(next -> !now.isBefore(next)).isPresent())
        .toList();
  }

  /** All of an account, by id. */
  public List<WorkItem> of(Account account) {
    return items.of(account.key() + "/");
  }

  /** Has it tried again at once; empty if it is not on the list. */
  public Optional<WorkItem> retry(String id) {
    Optional<WorkItem> item =
        items
            .find(id)
            .map(
                known ->
                    new WorkItem(
                        known.account(),
                        known.kind(),
                        known.subject(),
                        known.reason(),
                        known.since(),
                        0,
                        Optional.of(clock.instant())));
    item.ifPresent(items::put);
    return item;
  }

  /** Lets it go; empty if it is not on the list. */
  public Optional<WorkItem> dismiss(String id) {
    Optional<WorkItem> item = items.find(id);
    item.ifPresent(known -> items.remove(id));
    return item;
  }

  private static WorkItem again(WorkItem before, String reason, Instant now) {
    int tries = before.tries() + 1;
    return new WorkItem(
        before.account(),
        before.kind(),
        before.subject(),
        reason,
        before.since(),
        tries,
        tries < MOST_TRIES ? Optional.of(now.plus(APART)) : Optional.empty());
  }
}
