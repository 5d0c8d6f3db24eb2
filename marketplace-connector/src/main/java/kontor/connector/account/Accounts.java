package kontor.connector.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kontor.connector.channel.Account;
import kontor.contracts.ChannelId;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** Our accounts at marketplaces, as the store has them. */
public final class Accounts {

  public static final AggregateType<AccountBook, AccountEvent> TYPE =
      AggregateType.of(
          "marketplace-accounts", AccountEvent.class, id -> AccountBook.EMPTY, AccountBook::evolve);

  private static final String ALL = "all";

  private final Aggregates<AccountBook, AccountEvent> books;

  public Accounts(Aggregates<AccountBook, AccountEvent> books) {
    this.books = books;
  }

  public List<ConnectedAccount> all() {
    return books.refresh(ALL).state().all();
  }

  public Optional<ConnectedAccount> find(ChannelId channel, String name) {
    return books.refresh(ALL).state().find(channel, name);
  }

  public void connect(Account account, Origin origin) {
    change(origin, book -> book.connect(account));
  }

  /** Whether there is such an account. */
  public boolean pause(ChannelId channel, String name, Origin origin) {
    return change(origin, book -> book.pause(channel, name)).find(channel, name).isPresent();
  }

  /** Whether there is such an account. */
  public boolean resume(ChannelId channel, String name, Origin origin) {
    return change(origin, book -> book.resume(channel, name)).find(channel, name).isPresent();
  }

  /**
   * The marketplace does not let us in any more: nothing is tried until somebody has seen to it.
   */
  public void lost(Account account, String reason) {
    change(
        Origin.of("connector", account.key()),
        book -> book.lost(account.channel(), account.name(), reason));
  }

  public void authorised(Account account, Origin origin) {
    change(origin, book -> book.authorised(account.channel(), account.name()));
  }

  private AccountBook change(Origin origin, Function<AccountBook, List<AccountEvent>> rule) {
    return books.update(ALL, origin, rule).state();
  }
}
