package kontor.connector.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountField;
import kontor.connector.channel.Marketplace;
import kontor.connector.channel.Secrets;
import kontor.connector.credential.Credentials;
import kontor.connector.credential.Vault;
import kontor.eventstore.Origin;
import kontor.eventstore.TryLaterException;

/** Connects accounts: what is missing or unknown is refused, secrets go into the vault. */
public final class Connections {

  private final Map<String, Marketplace> marketplaces = new TreeMap<>();
  private final Accounts accounts;
  private final Vault vault;

  public Connections(List<Marketplace> marketplaces, Accounts accounts, Vault vault) {
    marketplaces.forEach(one -> this.marketplaces.put(one.name(), one));
    this.accounts = accounts;
    this.vault = vault;
  }

  /** The marketplaces that there is code for, by name. */
  public List<Marketplace> marketplaces() {
    return List.copyOf(marketplaces.values());
  }

  public Optional<Marketplace> marketplace(String name) {
    return Optional.ofNullable(marketplaces.get(name));
  }

  /**
   * Connects an account or changes it. Secrets that are not given stay as they are. The secrets are
   * stored first: a crash in between leaves an account that is not there yet.
   *
   * @throws FieldException naming what is missing, unknown or wrong
   */
  public void connect(Account account, Secrets secrets, Origin origin) {
    Optional<ConnectedAccount> known = accounts.find(account.channel(), account.name());
    if (known.filter(k -> !k.account().marketplace().equals(account.marketplace())).isPresent()) {
      throw new FieldException("marketplace", "an account stays where it is");
    }
    Marketplace marketplace =
        marketplace(account.marketplace())
            .orElseThrow(
                () -> new FieldException("marketplace", "must be one of " + marketplaces.keySet()));
    Account complete = complete(account, marketplace);
    check(secrets, complete, marketplace);
    boolean changed = store(complete, secrets);
    accounts.connect(complete, origin);
    if (changed) {
      accounts.authorised(complete, origin);
    }
  }

  /** Connects the account if it is not known; then the manager has it. */
  public void connectFirst(Account account, Secrets secrets, Origin origin) {
    if (accounts.find(account.channel(), account.name()).isEmpty()) {
      connect(account, secrets, origin);
    }
  }

  private static Account complete(Account account, Marketplace marketplace) {
    Map<String, String> settings = new HashMap<>(account.settings());
    Map<String, String> complete = new HashMap<>();
    for (AccountField field : marketplace.fields()) {
      String given = field.secret() ? null : settings.remove(field.name());
      if (given != null && !given.isBlank()) {
        complete.put(field.name(), given.strip());
      } else if (!field.secret()) {
        complete.put(
            field.name(),
            field
                .byDefault()
                .orElseThrow(() -> new FieldException("settings." + field.name(), "is missing")));
      }
    }
    if (!settings.isEmpty()) {
      throw new FieldException(
          "settings." + new TreeMap<>(settings).firstKey(),
          "is not known to " + marketplace.name());
    }
    return new Account(
        account.marketplace(), account.channel(), account.name(), account.country(), complete);
  }

  private void check(Secrets given, Account account, Marketplace marketplace) {
    Secrets all =
        vault.find(account.key()).map(Credentials::secrets).orElse(Secrets.NONE).with(given);
    for (AccountField field : marketplace.fields()) {
      if (field.secret() && field.byDefault().isEmpty() && all.get(field.name()).isBlank()) {
        throw new FieldException("secrets." + field.name(), "is missing");
      }
    }
    for (String name : given.values().keySet()) {
      if (marketplace.fields().stream().noneMatch(f -> f.secret() && f.name().equals(name))) {
        throw new FieldException("secrets." + name, "is not known to " + marketplace.name());
      }
    }
    for (Map.Entry<String, String> wrong : marketplace.wrong(account, all).entrySet()) {
      throw new FieldException(wrong.getKey(), wrong.getValue());
    }
  }

  private boolean store(Account account, Secrets secrets) {
    for (int attempt = 0; attempt < 5; attempt++) {
      Optional<Credentials> known = vault.find(account.key());
      if (known.isPresent() && secrets.values().isEmpty()) {
        return false;
      }
      Credentials changed =
          known.map(now -> now.replaced(secrets)).orElseGet(() -> Credentials.of(secrets));
      if (vault.store(account.key(), changed)) {
        return true;
      }
    }
    throw new TryLaterException("the secrets of " + account.key() + " are being changed", null);
  }

  /** A field is missing or wrong. */
  public static final class FieldException extends RuntimeException {

    private final String field;

    FieldException(String field, String reason) {
      super(reason);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }
}
