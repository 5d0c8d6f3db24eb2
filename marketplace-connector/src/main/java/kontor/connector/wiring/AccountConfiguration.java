package kontor.connector.wiring;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
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
import kontor.connector.listing.Assortment;
import kontor.connector.listing.ListingSync;
import kontor.connector.listing.Listings;
import kontor.connector.listing.Reconciliation;
import kontor.connector.listing.WantedOffers;
import kontor.connector.sale.BuyerNames;
import kontor.connector.sale.BuyerRetention;
import kontor.connector.sale.Buyers;
import kontor.connector.sale.OrderImport;
import kontor.connector.sale.SaleBooks;
import kontor.connector.sale.Sales;
import kontor.connector.sale.ShipmentReports;
import kontor.connector.wiring.ConnectorConfiguration.Knowledge;
import kontor.connector.wiring.ConnectorSettings.InitialAccount;
import kontor.connector.work.AccountLease;
import kontor.connector.work.AccountWork;
import kontor.connector.work.AccountWorkers;
import kontor.connector.work.adapter.MongoLevels;
import kontor.connector.worklist.WorkList;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.platform.spring.PlatformSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts, their credentials, and who works for them. */
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

  /** What the work for an account is made of. */
  record Materials(
      Listings listings,
      WantedOffers wanted,
      Assortment assortment,
      Sales sales,
      SaleBooks books,
      Buyers buyers,
      WorkList work,
      MeterRegistry meters) {}

  @Bean
  Materials materials(
      Listings listings,
      WantedOffers wanted,
      Assortment assortment,
      Sales sales,
      SaleBooks books,
      Buyers buyers,
      WorkList work,
      MeterRegistry meters) {
    return new Materials(listings, wanted, assortment, sales, books, buyers, work, meters);
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

  @Bean(destroyMethod = "close")
  BuyerRetention buyerRetention(Buyers buyers, ConnectorSettings settings, Clock clock) {
    return new BuyerRetention(buyers, settings.keepBuyers(), clock).start();
  }

  @Bean(destroyMethod = "close")
  AccountWorkers accountWorkers(
      Accounts accounts,
      Connections connections,
      Opening opening,
      Materials materials,
      Assortment assortment,
      Knowledge knowledge,
      MongoDatabase database,
      PlatformSettings platform,
      ConnectorSettings settings,
      Clock clock) {
    BuyerNames names = new BuyerNames(settings.key());
    AccountWorkers workers =
        new AccountWorkers(
            accounts,
            account ->
                opening
                    .open(account)
                    .map(
                        channel ->
                            new AccountWork(
                                channel,
                                parts(channel, materials, names, settings, clock),
                                new AccountWork.Conditions(
                                    new AccountLease(
                                        database.getCollection("leases"),
                                        account.key(),
                                        platform.instance(),
                                        clock),
                                    assortment::skus,
                                    knowledge::caughtUp,
                                    settings.pollEvery(),
                                    settings.reconcileEvery(),
                                    reason -> accounts.lost(account, reason)),
                                clock)));
    follow(knowledge, assortment, workers);
    return workers.start(() -> connect(settings.accounts(), connections));
  }

  private static AccountWork.Parts parts(
      MarketplaceChannel channel,
      Materials with,
      BuyerNames names,
      ConnectorSettings settings,
      Clock clock) {
    return new AccountWork.Parts(
        new ListingSync(channel, with.wanted(), with.listings(), clock),
        new Reconciliation(
            channel,
            with.listings(),
            with.work(),
            with.assortment()::skus,
            settings.pollEvery(),
            with.meters(),
            clock),
        new OrderImport(
            channel, with.sales(), with.books(), with.buyers(), names, with.work(), clock),
        new ShipmentReports(channel, with.sales(), with.books(), with.work()));
  }

  private static void connect(List<InitialAccount> initial, Connections connections) {
    for (InitialAccount one : initial) {
      Account account =
          new Account(
              one.marketplace(), one.channelId(), one.name(), one.countryCode(), one.settings());
      if (!one.complete()) {
        LOG.info("{} is not connected: it has no secrets", account.key());
        continue;
      }
      try {
        connections.connectFirst(
            account, new Secrets(one.secrets()), Origin.of("configuration", account.key()));
      } catch (FieldException e) {
        LOG.error("{} is not connected: {} {}", account.key(), e.field(), e.getMessage());
      }
    }
  }

  private static void follow(Knowledge knowledge, Assortment assortment, AccountWorkers workers) {
    knowledge.products().onChange(event -> workers.mark(assortment.take(event)));
    knowledge.products().all().forEach(event -> workers.mark(assortment.take(event)));
    knowledge.prices().onChange(event -> workers.mark(List.of(event.sku())));
    knowledge.promotions().onChange(event -> workers.mark(assortment.skus()));
    knowledge
        .stock()
        .onChange(
            event -> {
              workers.mark(List.of(event.sku()));
              workers.mark(assortment.bundlesWith(event.sku()));
            });
  }
}
