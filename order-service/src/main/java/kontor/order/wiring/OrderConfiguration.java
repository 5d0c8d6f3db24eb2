package kontor.order.wiring;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import kontor.contracts.CustomerId;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.ReturnEvent.ReturnExchanged;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.Origin;
import kontor.eventstore.kafka.StateView;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.PriceList;
import kontor.order.cart.BuyerTerms;
import kontor.order.cart.CartPrices;
import kontor.order.cart.Carts;
import kontor.order.checkout.Checkout;
import kontor.order.contact.Contact;
import kontor.order.contact.Contacts;
import kontor.order.customer.Customer;
import kontor.order.customer.Customers;
import kontor.order.document.InvoiceProcess;
import kontor.order.lifecycle.Exchanges;
import kontor.order.lifecycle.MarketplaceOrders;
import kontor.order.lifecycle.OrderNumbers;
import kontor.order.lifecycle.OrderProcess;
import kontor.order.lifecycle.Orders;
import kontor.order.lifecycle.SoldLines;
import kontor.order.mail.MailDesk;
import kontor.order.payment.PaymentProviders;
import kontor.order.promotion.LimitedPromotions;
import kontor.order.promotion.UseReturns;
import kontor.order.shipping.ShippingEvent;
import kontor.order.shipping.ShippingTables;
import kontor.platform.spring.Inboxes;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.tax.ContainedTax;
import kontor.pricing.tax.TaxRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Puts the service together. A record that fails four times goes to {@code <topic>.order.dlq} and
 * its stream is parked; with store or broker away the poll comes again.
 */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

  @Bean
  Assortment assortment(Inboxes inboxes) {
    Assortment assortment = new Assortment();
    inboxes.view(Topics.PRODUCTS, ProductEvent.class).onChange(assortment::take);
    return assortment;
  }

  @Bean
  ShippingTables shippingTables(EventStore store, ShopSettings settings, Clock clock) {
    return new ShippingTables(
        store.aggregates(ShippingTables.TYPE, EventCodec.of(ShippingEvent.class)),
        settings.shippingTable(),
        clock);
  }

  /** What the shop charges in. */
  @Bean
  Currency shopCurrency(ShopSettings settings) {
    return settings.currency();
  }

  @Bean
  BuyerTerms buyerTerms(ShopSettings settings, Customers customers) {
    return new BuyerTerms(
        settings.currency(),
        settings.home(),
        TaxRules.ofEuropeanUnion().countries(),
        owner -> customers.find(new CustomerId(owner)).map(Customer::group));
  }

  @Bean
  CartPrices cartPrices(
      Inboxes inboxes,
      StateView<PromotionEvent> promotions,
      Assortment assortment,
      ShippingTables shipping,
      BuyerTerms terms,
      LimitedPromotions limited,
      ShopSettings settings,
      Clock clock) {
    StateView<PriceEvent> prices = inboxes.view(Topics.PRICES, PriceEvent.class);
    PriceList list =
        new PriceList(
            sku -> prices.find(sku.value()).map(e -> ((PricesSet) e).prices()).orElse(List.of()),
            () -> PromotionBook.of(promotions.all()),
            settings.zone(),
            shipping::table,
            clock);
    return new CartPrices(assortment, list, terms, limited, settings.usualGrams());
  }

  @Bean
  Orders orders(EventStore store) {
    return new Orders(store.aggregates(Orders.TYPE, EventCodec.of(OrderEvent.class)));
  }

  @Bean
  Checkout checkout(
      Carts carts,
      Orders orders,
      OrderNumbers numbers,
      Assortment assortment,
      Contacts contacts,
      LimitedPromotions limited,
      Clock clock) {
    return new Checkout(carts, orders, numbers, assortment, contacts, limited, clock);
  }

  @Bean
  OrderProcess orderProcess(
      Orders orders, PaymentProviders providers, Contacts contacts, Clock clock) {
    return new OrderProcess(
        orders,
        providers,
        order -> contacts.find(order).map(Contact::method).orElse("test"),
        clock);
  }

  @Bean
  MarketplaceOrders marketplaceOrders(
      Orders orders, OrderNumbers numbers, SoldLines sold, Clock clock) {
    return new MarketplaceOrders(orders, numbers, sold, clock);
  }

  @Bean
  SoldLines soldLines(Assortment assortment, ShopSettings settings) {
    return new SoldLines(assortment, new ContainedTax(TaxRules.ofEuropeanUnion(), settings.zone()));
  }

  @Bean
  Exchanges exchanges(
      Orders orders,
      OrderNumbers numbers,
      Contacts contacts,
      Assortment assortment,
      SoldLines sold,
      PaymentProviders providers,
      Clock clock) {
    return new Exchanges(orders, numbers, contacts, assortment, sold, providers, clock);
  }

  @Bean
  Consumer<Message<List<byte[]>>> events(
      Inboxes inboxes,
      OrderProcess process,
      InvoiceProcess invoices,
      Exchanges exchanges,
      MarketplaceOrders marketplace,
      UseReturns uses,
      MailDesk mails) {
    return inboxes.binding(
        List.of(Topics.ORDERS, Topics.RESERVATIONS, Topics.MARKETPLACE_ORDERS),
        (received, event) -> {
          Origin origin = received.causes("order");
          if (event instanceof OrderEvent order) {
            process.on(order, origin);
            uses.on(order, received.version(), origin);
            invoices.on(order, origin);
            if (order instanceof ReturnExchanged exchanged) {
              exchanges.on(exchanged, origin);
            }
            mails.on(order, received.version(), received.time());
          } else if (event instanceof ReservationEvent reservation) {
            process.on(reservation, origin);
          } else {
            marketplace.on((MarketplaceOrderEvent) event, origin);
          }
        });
  }
}
