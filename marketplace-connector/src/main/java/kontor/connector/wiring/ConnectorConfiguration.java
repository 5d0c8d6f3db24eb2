package kontor.connector.wiring;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import kontor.connector.content.Contents;
import kontor.connector.listing.Assortment;
import kontor.connector.listing.ChannelPrices;
import kontor.connector.listing.ListingNote;
import kontor.connector.listing.Listings;
import kontor.connector.listing.OpenPushes;
import kontor.connector.listing.WantedOffers;
import kontor.connector.listing.adapter.MongoOpenPushes;
import kontor.connector.repricing.LandedCosts;
import kontor.connector.sale.DecidedHere;
import kontor.connector.sale.DueRequests;
import kontor.connector.sale.SaleBooks;
import kontor.connector.sale.Sales;
import kontor.connector.settlement.SettlementViews;
import kontor.connector.settlement.Settlements;
import kontor.connector.worklist.WorkList;
import kontor.connector.worklist.adapter.MongoWorkItems;
import kontor.contracts.ChannelId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.price.ChannelPriceEvent;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.StateView;
import kontor.platform.spring.Inboxes;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.tax.TaxRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Puts the connector together. A record that fails four times goes to {@code orders.connector.dlq}
 * (others to the one of their topic) and its stream is parked; with store or broker away the poll
 * comes again.
 */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

  @Bean
  Listings listings(EventStore store) {
    return new Listings(
        store.aggregates(Listings.TYPE, EventCodec.of(ListingEvent.class, ListingNote.class)));
  }

  @Bean
  OpenPushes openPushes(MongoDatabase database) {
    return new MongoOpenPushes(database);
  }

  @Bean
  Sales sales(EventStore store) {
    return new Sales(store.aggregates(Sales.TYPE, EventCodec.of(MarketplaceOrderEvent.class)));
  }

  @Bean
  Settlements settlements(EventStore store) {
    return new Settlements(
        store.aggregates(Settlements.TYPE, EventCodec.of(SettlementEvent.class)));
  }

  /** What is known from the other services. */
  record Knowledge(
      StateView<ProductEvent> products,
      StateView<PriceEvent> prices,
      StateView<ChannelPriceEvent> channelPrices,
      StateView<PromotionEvent> promotions,
      StateView<StockLevelEvent> stock) {

    boolean caughtUp() {
      return products.caughtUp()
          && prices.caughtUp()
          && channelPrices.caughtUp()
          && promotions.caughtUp()
          && stock.caughtUp();
    }

    Quantity sellable(ChannelId channel, Sku sku) {
      return stock
          .find(sku.value())
          .map(level -> ((StockLevelChanged) level).sellable(channel))
          .orElse(Quantity.ZERO);
    }
  }

  @Bean
  Knowledge knowledge(Inboxes inboxes, StateView<ChannelPriceEvent> channelPrices) {
    return new Knowledge(
        inboxes.view(Topics.PRODUCTS, ProductEvent.class),
        inboxes.view(Topics.PRICES, PriceEvent.class),
        channelPrices,
        inboxes.view(Topics.PROMOTIONS, PromotionEvent.class),
        inboxes.view(Topics.STOCK, StockLevelEvent.class));
  }

  @Bean
  Assortment assortment() {
    return new Assortment();
  }

  @Bean
  WantedOffers wantedOffers(
      Assortment assortment,
      ChannelPrices own,
      Knowledge knowledge,
      ConnectorSettings settings,
      Contents contents,
      Clock clock) {
    return new WantedOffers(
        assortment,
        own,
        sku ->
            knowledge
                .prices()
                .find(sku.value())
                .map(e -> ((PricesSet) e).prices())
                .orElse(List.of()),
        () -> PromotionBook.of(knowledge.promotions().all()),
        knowledge::sellable,
        new Pricing(TaxRules.ofEuropeanUnion(), settings.zone()),
        contents,
        clock);
  }

  @Bean
  WorkList workList(MongoDatabase database, Clock clock) {
    return new WorkList(new MongoWorkItems(database), clock);
  }

  @Bean
  Consumer<Message<List<byte[]>>> events(
      Inboxes inboxes,
      SaleBooks books,
      DueRequests requests,
      SettlementViews settlements,
      LandedCosts costs) {
    DecidedHere decided = new DecidedHere(requests);
    return inboxes.binding(
        List.of(Topics.ORDERS, Topics.SETTLEMENTS, Topics.PURCHASE_ORDERS),
        (received, event) -> {
          if (event instanceof ParcelShipped parcel) {
            books.shipped(parcel);
          } else if (event instanceof SettlementEvent settled) {
            settlements.on(settled);
          } else if (event instanceof GoodsReceived receipt) {
            costs.received(receipt);
          } else if (!(event instanceof PurchaseOrderEvent)) {
            decided.on((OrderEvent) event);
          }
        });
  }
}
