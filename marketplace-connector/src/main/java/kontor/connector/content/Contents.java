package kontor.connector.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import kontor.connector.channel.Account;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** What is decided for each account, as the store has it: one stream per account. */
public final class Contents {

  public static final AggregateType<ContentBook, ContentEvent> TYPE =
      AggregateType.of(
          "channel-content", ContentEvent.class, id -> ContentBook.EMPTY, ContentBook::evolve);

  /** What another instance was told is known here this much later, at most. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Aggregates<ContentBook, ContentEvent> books;
  private final Clock clock;
  private final Map<String, Instant> readAt = new ConcurrentHashMap<>();

  public Contents(Aggregates<ContentBook, ContentEvent> books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /** At most a second old. */
  public ContentBook of(Account account) {
    Instant now = clock.instant();
    Instant last = readAt.get(account.key());
    if (last != null && now.isBefore(last.plus(FRESH))) {
      return books.lastSeen(account.key()).state();
    }
    ContentBook book = newest(account);
    readAt.put(account.key(), now);
    return book;
  }

  /** As the store has it now. */
  public ContentBook newest(Account account) {
    return books.refresh(account.key()).state();
  }

  public ContentBook change(
      Account account, Origin origin, Function<ContentBook, List<ContentEvent>> rule) {
    return books.update(account.key(), origin, rule).state();
  }
}
