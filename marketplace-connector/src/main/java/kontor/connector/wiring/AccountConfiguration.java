package kontor.connector.wiring;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kontor.connector.account.AccountEvent;
import kontor.connector.account.Accounts;
import kontor.connector.account.Connections;
import kontor.connector.account.Connections.FieldException;
import kontor.connector.account.Consents;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.Marketplace;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Secrets;
import kontor.connector.credential.RenewedToken;
import kontor.connector.credential.Seal;
import kontor.connector.credential.Vault;
import kontor.connector.credential.adapter.MongoConsents;
import kontor.connector.credential.adapter.MongoVault;
import kontor.connector.wiring.ConnectorSettings.InitialAccount;
import kontor.connector.work.adapter.MongoLevels;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.platform.spring.PlatformSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts, their credentials, and how their channels are opened. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(AccountConfiguration.class);

  @Bean
  Accounts accounts(EventStore store) {
    return new Accounts(store.aggregates(Accounts.TYPE, EventCodec.of(AccountEvent.class)));
  }

  @Bean
  Vault vault(MongoDatabase database, ConnectorSettings settings) {
    return new MongoVault(database, new Seal(settings.key()));
  }

  @Bean
  Connections connections(List<Marketplace> marketplaces, Accounts accounts, Vault vault) {
    return new Connections(marketplaces, accounts, vault);
  }

  @Bean
  Consents consents(
      Connections connections,
      Vault vault,
      MongoDatabase database,
      ConnectorSettings settings,
      Clock clock) {
    MongoConsents pending = new MongoConsents(database, new Seal(settings.key()));
    return new Consents(connections, vault, pending, clock);
  }

  /** Opens the channel of an account. */
  interface Opening {

    Optional<MarketplaceChannel> open(Account account);
  }

  @Bean
  Opening opening(
      Connections connections,
      Vault vault,
      MongoDatabase database,
      PlatformSettings platform,
      Clock clock) {
    return account ->
        connections
            .marketplace(account.marketplace())
            .map(
                marketplace ->
                    marketplace.open(
                        account,
                        new AccountAccess(
                            new RenewedToken(
                                marketplace, account, vault, platform.instance(), clock),
                            new MongoLevels(database, account))));
  }

  /** Connects the accounts that the settings name, before any work begins. */
  interface InitialConnections {

    void make();
  }

  @Bean
  InitialConnections initialConnections(ConnectorSettings settings, Connections connections) {
    return () -> connect(settings.accounts(), connections);
  }

  private static void connect(List<InitialAccount> initial, Connections connections) {
    for (InitialAccount one : initial) {
      Account account =
          new Account(
              one.marketplace(), one.channelId(), one.name(), one.countryCode(), one.settings());
      if (!complete(one, connections)) {
        LOG.info("{} is not connected: it has no secrets", account.key());
        continue;
      }
      try {
        connections.connectFirst(account, one.given(), Origin.of("configuration", account.key()));
      } catch (FieldException e) {
        LOG.error("{} is not connected: {} {}", account.key(), e.field(), e.getMessage());
      }
    }
  }

  /** An unknown marketplace has no fields: connecting tells what is wrong. */
  private static boolean complete(InitialAccount one, Connections connections) {
    Secrets given = one.given();
    return connections
        .marketplace(one.marketplace())
        .map(Marketplace::fields)
        .orElse(List.of())
        .stream()
        .filter(field -> field.secret() && field.byDefault().isEmpty())
        .noneMatch(field -> given.get(field.name()).isBlank());
  }
}
