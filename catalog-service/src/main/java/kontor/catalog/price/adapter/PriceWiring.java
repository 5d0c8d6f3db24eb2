package kontor.catalog.price.adapter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kontor.catalog.price.PriceSheet;
import kontor.catalog.price.Prices;
import kontor.catalog.product.Products;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.command.AggregateType;

/** Puts prices on the event store. */
@Singleton
final class PriceWiring {

  @Produces
  @Singleton
  Prices prices(EventStore store, EventCodec codec, Products products) {
    AggregateType<PriceSheet, PriceEvent> type =
        AggregateType.of("price", PriceEvent.class, id -> PriceSheet.EMPTY, PriceSheet::evolve)
            .withSnapshots(new PriceSnapshot(codec));
    return new Prices(store.aggregates(type, codec), sku -> products.selling(sku).isPresent());
  }
}
