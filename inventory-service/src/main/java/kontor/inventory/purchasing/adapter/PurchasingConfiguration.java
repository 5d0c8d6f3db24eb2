package kontor.inventory.purchasing.adapter;

import java.util.List;
import java.util.function.Consumer;
import kontor.contracts.LocationId;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.SupplierEvent;
import kontor.contracts.stock.LocationKind;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.StateView;
import kontor.inventory.location.Location;
import kontor.inventory.location.Locations;
import kontor.inventory.purchasing.PurchaseOrders;
import kontor.inventory.purchasing.PurchaseProcess;
import kontor.inventory.purchasing.StoredPurchaseOrders;
import kontor.inventory.purchasing.Suppliers;
import kontor.inventory.stock.Place;
import kontor.inventory.stock.Stock;
import kontor.platform.spring.Inboxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Suppliers, orders to them, and the way of their goods into the stock. A record that fails four
 * times goes to {@code purchase-orders.inventory.dlq} and its order is parked; with store or broker
 * away the poll comes again.
 */
@Configuration(proxyBeanMethods = false)
class PurchasingConfiguration {

  @Bean
  Suppliers suppliers(EventStore store) {
    return new Suppliers(store.aggregates(Suppliers.TYPE, EventCodec.of(SupplierEvent.class)));
  }

  @Bean
  StateView<SupplierEvent> supplierView(Inboxes inboxes) {
    return inboxes.view(Topics.SUPPLIERS, SupplierEvent.class);
  }

  @Bean
  PurchaseOrders purchaseOrders(EventStore store) {
    return new StoredPurchaseOrders(
        store.aggregates(StoredPurchaseOrders.TYPE, EventCodec.of(PurchaseOrderEvent.class)));
  }

  @Bean
  PurchaseProcess purchaseProcess(Stock stock, PurchaseOrders orders, Locations locations) {
    return new PurchaseProcess(stock, orders, id -> place(id, locations));
  }

  private static Place place(LocationId id, Locations locations) {
    return new Place(id, locations.find(id).map(Location::kind).orElse(LocationKind.WAREHOUSE));
  }

  @Bean
  Consumer<Message<List<byte[]>>> purchases(Inboxes inboxes, PurchaseProcess process) {
    return inboxes.binding(
        List.of(Topics.PURCHASE_ORDERS),
        (received, event) -> process.on((PurchaseOrderEvent) event, received.causes("inventory")));
  }
}
