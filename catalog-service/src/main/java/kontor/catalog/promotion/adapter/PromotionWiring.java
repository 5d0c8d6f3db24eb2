package kontor.catalog.promotion.adapter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kontor.catalog.product.Products;
import kontor.catalog.promotion.Campaigns;
import kontor.catalog.promotion.Promotion;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.command.AggregateType;

/** Puts promotions on the event store. */
@Singleton
final class PromotionWiring {

  @Produces
  @Singleton
  Campaigns campaigns(EventStore store, EventCodec codec, Products products) {
    AggregateType<Promotion, PromotionEvent> type =
        AggregateType.of(
            "promotion",
            PromotionEvent.class,
            id -> (Promotion) new Promotion.Unknown(),
            Promotion::evolve);
    return new Campaigns(store.aggregates(type, codec), sku -> products.selling(sku).isPresent());
  }
}
