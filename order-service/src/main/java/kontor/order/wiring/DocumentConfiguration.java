package kontor.order.wiring;

import java.time.Clock;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import kontor.order.document.InvoiceProcess;
import kontor.order.document.NumberRanges;
import kontor.order.lifecycle.Orders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invoices and credit notes. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

  @Bean
  NumberRanges numberRanges(EventStore store, ShopSettings shop, Clock clock) {
    return new NumberRanges(
        store.aggregates(NumberRanges.TYPE, EventCodec.of(InvoiceEvent.class)), shop.zone(), clock);
  }

  @Bean
  InvoiceProcess invoiceProcess(Orders orders, NumberRanges ranges, ShopSettings shop) {
    return new InvoiceProcess(orders, ranges, shop.zone());
  }
}
