package kontor.connector.wiring;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import kontor.connector.account.Accounts;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.content.ContentWatch;
import kontor.connector.content.Contents;
import kontor.connector.listing.Assortment;
import kontor.connector.listing.ListingSync;
import kontor.connector.listing.Listings;
import kontor.connector.listing.OpenPushes;
import kontor.connector.listing.Reconciliation;
import kontor.connector.listing.WantedOffers;
import kontor.connector.sale.BuyerNames;
import kontor.connector.sale.BuyerRetention;
import kontor.connector.sale.Buyers;
import kontor.connector.sale.ContainedVat;
import kontor.connector.sale.DueRequests;
import kontor.connector.sale.LookPlan;
import kontor.connector.sale.OrderImport;
import kontor.connector.sale.ReturnImport;
import kontor.connector.sale.SaleBooks;
import kontor.connector.sale.SaleDecider;
import kontor.connector.sale.SaleRequests;
import kontor.connector.sale.SaleWatch;
import kontor.connector.sale.Sales;
import kontor.connector.sale.ShipmentReports;
import kontor.connector.sale.WatchedSales;
import kontor.connector.settlement.SettlementBooks;
import kontor.connector.settlement.SettlementImport;
import kontor.connector.settlement.Settlements;
import kontor.connector.wiring.AccountConfiguration.InitialConnections;
import kontor.connector.wiring.AccountConfiguration.Opening;
import kontor.connector.wiring.ConnectorConfiguration.Knowledge;
import kontor.connector.wiring.RepricingConfiguration.Repricing;
import kontor.connector.work.AccountLease;
import kontor.connector.work.AccountWork;
import kontor.connector.work.AccountWorkers;
import kontor.connector.worklist.WorkList;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.platform.spring.PlatformSettings;
import kontor.pricing.tax.ContainedTax;
import kontor.pricing.tax.TaxRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who works for the accounts, and with what. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

  /** What the work for an account is made of. */
  record Materials(
      Listings listings,
      OpenPushes pushes,
      WantedOffers wanted,
      Contents contents,
      Assortment assortment,
      Sales sales,
      SaleBooks books,
      DueRequests requests,
      WatchedSales watched,
      Settlements settlements,
      SettlementBooks settlementBooks,
      ContainedVat vat,
      Buyers buyers,
      Repricing repricing,
      WorkList work,
      MeterRegistry meters) {}

  @Bean
  Materials materials(
      Listings listings,
      OpenPushes pushes,
      WantedOffers wanted,
      Contents contents,
      Assortment assortment,
      Sales sales,
      SaleBooks books,
      DueRequests requests,
      WatchedSales watched,
      Settlements settlements,
      SettlementBooks settlementBooks,
      ConnectorSettings settings,
      Buyers buyers,
      Repricing repricing,
      WorkList work,
      MeterRegistry meters) {
    ContainedTax taxes = new ContainedTax(TaxRules.ofEuropeanUnion(), settings.zone());
    ContainedVat vat = new ContainedVat(taxes, assortment::taxClass);
    return new Materials(
        listings,
        pushes,
        wanted,
        contents,
        assortment,
        sales,
        books,
        requests,
        watched,
        settlements,
        settlementBooks,
        vat,
        buyers,
        repricing,
        work,
        meters);
  }

  @Bean(destroyMethod = "close")
  BuyerRetention buyerRetention(Buyers buyers, ConnectorSettings settings, Clock clock) {
    return new BuyerRetention(buyers, settings.keepBuyers(), clock).start();
  }

  @Bean(destroyMethod = "close")
  AccountWorkers accountWorkers(
      Accounts accounts,
      InitialConnections initial,
      Opening opening,
      Materials materials,
      Assortment assortment,
      Knowledge knowledge,
      MongoDatabase database,
      PlatformSettings platform,
      ConnectorSettings settings,
      RepricingSettings pricing,
      Clock clock) {
    BuyerNames names = new BuyerNames(settings.key());
    AccountWorkers workers =
        new AccountWorkers(
            accounts,
            account ->
                opening
                    .open(account)
                    .map(
                        channel -> {
                          AccountLease lease =
                              new AccountLease(
                                  database.getCollection("leases"),
                                  account.key(),
                                  platform.instance(),
                                  clock);
                          return new AccountWork(
                              channel,
                              parts(channel, lease, materials, names, settings, clock),
                              new AccountWork.Conditions(
                                  lease,
                                  assortment::skus,
                                  knowledge::caughtUp,
                                  settings.pollEvery(),
                                  settings.returnsEvery(),
                                  settings.settlementsEvery(),
                                  settings.reconcileEvery(),
                                  pricing.every(),
                                  materials.meters(),
                                  reason -> accounts.lost(account, reason)),
                              clock);
                        }));
    follow(knowledge, assortment, workers);
    return workers.start(initial::make);
  }

  private static AccountWork.Parts parts(
      MarketplaceChannel channel,
      AccountLease lease,
      Materials with,
      BuyerNames names,
      ConnectorSettings settings,
      Clock clock) {
    SaleDecider decider = new SaleDecider(channel.account(), with.vat());
    ListingSync figures =
        new ListingSync(channel, with.wanted(), with.listings(), with.pushes(), clock);
    LookPlan looks = new LookPlan(channel, with.watched(), settings.recheckSalesAfter(), clock);
    Reconciliation reconciliation =
        new Reconciliation(
            channel,
            with.listings(),
            with.work(),
            with.assortment()::skus,
            () -> with.contents().of(channel.account()),
            settings.pollEvery(),
            with.meters(),
            clock);
    OrderImport orders =
        new OrderImport(
            channel,
            with.sales(),
            with.books(),
            with.buyers(),
            names,
            decider,
            with.work(),
            figures::sendAgain,
            order -> {
              looks.begin(order);
              reconciliation.doubt(order.lines().stream().map(MarketplaceLine::sku).toList());
            },
            sku -> with.contents().of(channel.account()).ours(sku),
            clock);
    return new AccountWork.Parts(
        figures,
        new ContentWatch(with.contents(), channel.account(), with.assortment()::skus),
        reconciliation,
        orders,
        new SaleWatch(
            channel, looks, orders, with.sales(), decider, with.work(), with.meters(), clock),
        new ReturnImport(channel, with.sales(), with.books(), with.work(), clock),
        new ShipmentReports(channel, with.sales(), with.books(), with.work(), lease::held),
        new SaleRequests(
            channel,
            with.sales(),
            with.requests(),
            with.books(),
            with.work(),
            lease::held,
            settings.pollEvery().multipliedBy(5),
            clock),
        new SettlementImport(
            channel, with.settlements(), with.sales(), with.settlementBooks(), with.work(), clock),
        with.repricing().apply(channel));
  }

  private static void follow(Knowledge knowledge, Assortment assortment, AccountWorkers workers) {
    knowledge.products().onChange(event -> workers.mark(assortment.take(event)));
    knowledge.products().all().forEach(event -> workers.mark(assortment.take(event)));
    knowledge.prices().onChange(event -> workers.mark(List.of(event.sku())));
    knowledge
        .channelPrices()
        .onChange(
            event -> workers.mark(event.channel() + "/" + event.account(), List.of(event.sku())));
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
