package kontor.connector.account;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.listing.Assortment;
import kontor.connector.listing.ListingNote;
import kontor.connector.listing.ListingSync;
import kontor.connector.listing.Listings;
import kontor.connector.listing.WantedOffers;
import kontor.connector.sale.BuyerNames;
import kontor.connector.sale.OrderImport;
import kontor.connector.sale.SaleBooks;
import kontor.connector.sale.Sales;
import kontor.connector.sale.ShipmentReports;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.StateView;
import kontor.platform.spring.Inboxes;
import kontor.platform.spring.PlatformSettings;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.tax.TaxRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Puts the connector together. A record that fails four times goes to {@code orders.connector.dlq}
 * and its order is parked; with store or broker away the poll comes again.
 */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

  @Bean
  Listings listings(EventStore store) {
    return new Listings(
        store.aggregates(Listings.TYPE, EventCodec.of(ListingEvent.class, ListingNote.class)));
  }

  @Bean
  Sales sales(EventStore store) {
    return new Sales(store.aggregates(Sales.TYPE, EventCodec.of(MarketplaceOrderEvent.class)));
  }

  /** What is known from the other services. */
  record Knowledge(
      StateView<ProductEvent> products,
      StateView<PriceEvent> prices,
      StateView<PromotionEvent> promotions,
      StateView<StockLevelEvent> stock) {

    boolean caughtUp() {
      return products.caughtUp() && prices.caughtUp() && promotions.caughtUp() && stock.caughtUp();
    }

    Quantity sellable(ChannelId channel, Sku sku) {
      return stock
          .find(sku.value())
          .map(level -> ((StockLevelChanged) level).sellable(channel))
          .orElse(Quantity.ZERO);
    }
  }

  @Bean
  Knowledge knowledge(Inboxes inboxes) {
    return new Knowledge(
        inboxes.view(Topics.PRODUCTS, ProductEvent.class),
        inboxes.view(Topics.PRICES, PriceEvent.class),
        inboxes.view(Topics.PROMOTIONS, PromotionEvent.class),
        inboxes.view(Topics.STOCK, StockLevelEvent.class));
  }

  @Bean
  Assortment assortment() {
    return new Assortment();
  }

  @Bean
  WantedOffers wantedOffers(
      Assortment assortment, Knowledge knowledge, ConnectorSettings settings, Clock clock) {
    return new WantedOffers(
        assortment,
        sku ->
            knowledge
                .prices()
                .find(sku.value())
                .map(e -> ((PricesSet) e).prices())
                .orElse(List.of()),
        () -> PromotionBook.of(knowledge.promotions().all()),
        knowledge::sellable,
        new Pricing(TaxRules.ofEuropeanUnion(), settings.zone()),
        clock);
  }

  @Bean(destroyMethod = "close")
  Accounts accounts(
      List<MarketplaceChannel> channels,
      MongoDatabase database,
      PlatformSettings platform,
      ConnectorSettings settings,
      WantedOffers wanted,
      Listings listings,
      Sales sales,
      SaleBooks books,
      Assortment assortment,
      Knowledge knowledge,
      Clock clock) {
    BuyerNames buyers = new BuyerNames(settings.key());
    List<ListingSync> syncs = new ArrayList<>();
    List<AccountWorker> workers = new ArrayList<>();
    for (MarketplaceChannel channel : channels) {
      ListingSync sync = new ListingSync(channel, wanted, listings);
      AccountLease lease =
          new AccountLease(
              database.getCollection("leases"),
              channel.id() + "/" + channel.account(),
              platform.instance(),
              clock);
      syncs.add(sync);
      workers.add(
          new AccountWorker(
              channel,
              lease,
              new AccountWorker.Work(
                  sync,
                  new OrderImport(channel, sales, books, buyers, clock),
                  new ShipmentReports(channel, sales, books)),
              assortment::skus,
              knowledge::caughtUp,
              settings.pollEvery(),
              clock));
    }
    Accounts accounts = new Accounts(channels, syncs, workers);
    follow(knowledge, assortment, accounts);
    return accounts;
  }

  private static void follow(Knowledge knowledge, Assortment assortment, Accounts accounts) {
    knowledge.products().onChange(event -> accounts.mark(assortment.take(event)));
    knowledge.products().all().forEach(event -> accounts.mark(assortment.take(event)));
    knowledge.prices().onChange(event -> accounts.mark(List.of(event.sku())));
    knowledge.promotions().onChange(event -> accounts.mark(assortment.skus()));
    knowledge
        .stock()
        .onChange(
            event -> {
              accounts.mark(List.of(event.sku()));
              accounts.mark(assortment.bundlesWith(event.sku()));
            });
  }

  @Bean
  Consumer<Message<List<byte[]>>> events(Inboxes inboxes, SaleBooks books) {
    return inboxes.binding(
        List.of(Topics.ORDERS),
        (received, event) -> {
          if (event instanceof ParcelShipped parcel) {
            books.shipped(parcel);
          }
        });
  }
}
