package kontor.connector.repricing;

import java.util.List;
import java.util.function.Function;
import kontor.connector.channel.Account;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** The rules of all accounts, as the store has them; one stream per account. */
public final class RuleBooks {

  public static final AggregateType<RuleBook, RuleEvent> TYPE =
      AggregateType.of("repricing", RuleEvent.class, id -> RuleBook.EMPTY, RuleBook::evolve);

  private final Aggregates<RuleBook, RuleEvent> books;

  public RuleBooks(Aggregates<RuleBook, RuleEvent> books) {
    this.books = books;
  }

  public RuleBook of(Account account) {
    return books.refresh(account.key()).state();
  }

  /**
   * @throws FieldException naming what cannot be
   */
  public void set(Account account, RepricingRule rule, Origin origin) {
    change(account, origin, book -> book.set(rule));
  }

  public void remove(Account account, String id, Origin origin) {
    change(account, origin, book -> book.remove(id));
  }

  public void agree(Account account, Terms terms, Origin origin) {
    change(account, origin, book -> book.agree(terms));
  }

  private void change(Account account, Origin origin, Function<RuleBook, List<RuleEvent>> rule) {
    var unused = books.update(account.key(), origin, rule);
  }
}
