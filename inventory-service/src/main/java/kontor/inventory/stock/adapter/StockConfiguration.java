package kontor.inventory.stock.adapter;

import kontor.contracts.product.ProductEvent;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.StateView;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockPolicy;
import kontor.inventory.stock.StoredStock;
import kontor.platform.spring.Inboxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stock's streams, and this instance's view of levels and assortment. */
@Configuration(proxyBeanMethods = false)
class StockConfiguration {

  @Bean
  Stock stock(EventStore store, StockSettings settings) {
    StockPolicy defaults = settings.defaults();
    return new StoredStock(
        store.aggregates(
            StoredStock.type(defaults).withSnapshots(new StockSnapshot()),
            EventCodec.of(StockEvent.class, StockLevelEvent.class)),
        defaults,
        new StoredDepartures(store.commits()));
  }

  @Bean
  StockHistory stockHistory(EventStore store) {
    return new StockHistory(store.commits());
  }

  @Bean
  StateView<StockLevelEvent> levels(Inboxes inboxes) {
    return inboxes.view(Topics.STOCK, StockLevelEvent.class);
  }

  @Bean
  Assortment assortment(Inboxes inboxes) {
    Assortment assortment = new Assortment();
    inboxes.view(Topics.PRODUCTS, ProductEvent.class).onChange(assortment::take);
    return assortment;
  }
}
