package kontor.catalog.product.adapter;

import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kontor.catalog.product.Product;
import kontor.catalog.product.Products;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.eventstore.command.AggregateType;

/** Puts products on the event store. */
@Singleton
final class ProductWiring {

  @Produces
  @Singleton
  Products products(EventStore store, EventCodec codec, MongoDatabase database) {
    AggregateType<Product, ProductEvent> type =
        AggregateType.of(
                "product",
                ProductEvent.class,
                id -> (Product) new Product.Unknown(),
                Product::evolve)
            .withSnapshots(new ProductSnapshot(codec));
    return new Products(store.aggregates(type, codec), new MongoClaims(database));
  }
}
