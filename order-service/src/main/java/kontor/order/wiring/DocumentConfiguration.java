package kontor.order.wiring;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import kontor.contracts.CountryCode;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.order.contact.Contacts;
import kontor.order.document.Archive;
import kontor.order.document.Dealings;
import kontor.order.document.InvoicePrinter;
import kontor.order.document.InvoiceProcess;
import kontor.order.document.Ledger;
import kontor.order.document.NumberRanges;
import kontor.order.document.OrderLetters;
import kontor.order.document.Originals;
import kontor.order.document.Seller;
import kontor.order.document.adapter.OriginalsListener;
import kontor.order.lifecycle.Orders;
import kontor.order.mail.MailDesk;
import kontor.platform.spring.Inboxes;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Invoices, credit notes and what else is printed of an order. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

  /**
   * Who sells. The defaults are a sample, for a shop that is tried out.
   *
   * @param paymentDays in which a buyer on account pays
   */
  @ConfigurationProperties("kontor.shop.seller")
  record SellerSettings(
      @DefaultValue("Musterhandel GmbH") String name,
      @DefaultValue("Musterstraße 1") String street,
      @DefaultValue("12345") String postalCode,
      @DefaultValue("Musterstadt") String city,
      @DefaultValue("DE") String country,
      @DefaultValue("DE999999999") String vatId,
      @DefaultValue("") String taxNumber,
      @DefaultValue("") String weee,
      @DefaultValue("") String lucid,
      @DefaultValue("Kundenservice") String contact,
      @DefaultValue("+49 000 0000000") String phone,
      @DefaultValue("service@example.org") String email,
      @DefaultValue("") String iban,
      @DefaultValue("") String bic,
      @DefaultValue("14") int paymentDays) {

    Seller seller() {
      return new Seller(
          name,
          street,
          postalCode,
          city,
          new CountryCode(country),
          vatId,
          taxNumber,
          weee,
          lucid,
          contact,
          phone,
          email,
          iban,
          bic,
          paymentDays);
    }
  }

  @Bean
  Seller seller(SellerSettings settings) {
    return settings.seller();
  }

  @Bean
  OrderLetters orderLetters(Seller seller, ShopSettings shop) {
    return new OrderLetters(seller, shop.zone());
  }

  @Bean
  NumberRanges numberRanges(EventStore store, ShopSettings shop, Clock clock) {
    return new NumberRanges(
        store.aggregates(NumberRanges.TYPE, EventCodec.of(InvoiceEvent.class)), shop.zone(), clock);
  }

  @Bean
  InvoiceProcess invoiceProcess(Orders orders, NumberRanges ranges, ShopSettings shop) {
    return new InvoiceProcess(orders, ranges, shop.zone());
  }

  @Bean
  Dealings dealings(Orders orders, Contacts contacts) {
    return new Dealings(orders, contacts);
  }

  @Bean
  Originals originals(
      Dealings dealings, InvoicePrinter printer, Archive archive, Ledger ledger, Clock clock) {
    return new Originals(dealings, printer, archive, ledger, clock);
  }

  /** A binding of its own: who waits for a page does not hold up who waits for money. */
  @Bean
  Consumer<Message<List<byte[]>>> documents(
      Inboxes inboxes, OriginalsListener listener, MailDesk mails) {
    return inboxes.binding(
        List.of(Topics.INVOICES),
        (received, event) -> {
          listener.on((InvoiceEvent) event);
          mails.on((InvoiceEvent) event, received.time());
        });
  }
}
