package kontor.connector.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.connector.account.AccountEvent.AccountAuthorised;
import kontor.connector.account.AccountEvent.AccountConnected;
import kontor.connector.account.AccountEvent.AccountPaused;
import kontor.connector.account.AccountEvent.AccountResumed;
import kontor.connector.account.AccountEvent.AuthorisationLost;
import kontor.connector.account.ConnectedAccount.Status;
import kontor.connector.channel.Account;
import kontor.contracts.ChannelId;

/**
 * All accounts, by {@link Account#key()}, and the rules of what may happen to them. There are a few
 * dozen at most, so one stream holds them and every instance knows all.
 */
public record AccountBook(Map<String, ConnectedAccount> accounts) {

  public static final AccountBook EMPTY = new AccountBook(Map.of());

  public AccountBook {
    accounts = Map.copyOf(accounts);
  }

  /** In the order of their keys. */
  public List<ConnectedAccount> all() {
    return List.copyOf(new TreeMap<>(accounts).values());
  }

  public Optional<ConnectedAccount> find(ChannelId channel, String name) {
    return Optional.ofNullable(accounts.get(channel + "/" + name));
  }

  /** Connects the account or changes its settings; what is so already is no news. */
  public List<AccountEvent> connect(Account account) {
    Optional<ConnectedAccount> known = find(account.channel(), account.name());
    List<AccountEvent> events = new ArrayList<>();
    if (known.filter(now -> now.account().equals(account)).isEmpty()) {
      events.add(
          new AccountConnected(
              account.marketplace(),
              account.channel(),
              account.name(),
              account.country(),
              account.settings()));
    }
    return events;
  }

  public List<AccountEvent> pause(ChannelId channel, String name) {
    return find(channel, name)
        .filter(now -> now.status() != Status.PAUSED)
        .<List<AccountEvent>>map(now -> List.of(new AccountPaused(channel, name)))
        .orElse(List.of());
  }

  public List<AccountEvent> resume(ChannelId channel, String name) {
    return find(channel, name)
        .filter(now -> now.status() == Status.PAUSED)
        .<List<AccountEvent>>map(now -> List.of(new AccountResumed(channel, name)))
        .orElse(List.of());
  }

  public List<AccountEvent> lost(ChannelId channel, String name, String reason) {
    return find(channel, name)
        .filter(now -> now.status() == Status.ACTIVE)
        .<List<AccountEvent>>map(now -> List.of(new AuthorisationLost(channel, name, reason)))
        .orElse(List.of());
  }

  public List<AccountEvent> authorised(ChannelId channel, String name) {
    return find(channel, name)
        .filter(now -> now.status() == Status.UNAUTHORISED)
        .<List<AccountEvent>>map(now -> List.of(new AccountAuthorised(channel, name)))
        .orElse(List.of());
  }

  /** Never refuses: it happened. */
  public AccountBook evolve(AccountEvent event) {
    if (event instanceof AccountConnected e) {
      Account account =
          new Account(e.marketplace(), e.channel(), e.name(), e.country(), e.settings());
      ConnectedAccount before = accounts.get(account.key());
      return before == null
          ? with(new ConnectedAccount(account, Status.ACTIVE, ""))
          : with(new ConnectedAccount(account, before.status(), before.reason()));
    }
    return find(event.channel(), event.name())
        .map(known -> with(changed(known, event)))
        .orElse(this);
  }

  private static ConnectedAccount changed(ConnectedAccount known, AccountEvent event) {
    if (event instanceof AccountPaused) {
      return new ConnectedAccount(known.account(), Status.PAUSED, "");
    }
    if (event instanceof AuthorisationLost e) {
      return new ConnectedAccount(known.account(), Status.UNAUTHORISED, e.reason());
    }
    return new ConnectedAccount(known.account(), Status.ACTIVE, "");
  }

  private AccountBook with(ConnectedAccount account) {
    Map<String, ConnectedAccount> changed = new TreeMap<>(accounts);
    changed.put(account.account().key(), account);
    return new AccountBook(changed);
  }
}
