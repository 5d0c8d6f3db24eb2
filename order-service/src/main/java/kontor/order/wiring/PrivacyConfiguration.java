package kontor.order.wiring;

import java.time.Clock;
import java.util.List;
import kontor.order.customer.Customers;
import kontor.order.customer.LinkTokens;
import kontor.order.customer.OrdersOf;
import kontor.order.document.Archive;
import kontor.order.lifecycle.Orders;
import kontor.order.mail.Mails;
import kontor.order.privacy.CustomerExport;
import kontor.order.privacy.Erasures;
import kontor.order.privacy.HeldData;
import kontor.order.privacy.PersonalData;
import kontor.order.privacy.PrivacyDesk;
import kontor.order.privacy.PrivacyReports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is held of people, shown and erased. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

  @Bean
  PrivacyDesk privacyDesk(
      Erasures erasures,
      Customers customers,
      LinkTokens links,
      OrdersOf ordersOf,
      Orders orders,
      PersonalData personal,
      Mails mails,
      ObjectProvider<HeldData> others,
      Clock clock) {
    List<HeldData> all = others.orderedStream().toList();
    return new PrivacyDesk(
        erasures, customers, links, ordersOf, orders, personal, mails, all, clock);
  }

  @Bean
  PrivacyReports privacyReports(PrivacyDesk desk, Archive archive) {
    return new PrivacyReports(desk, archive);
  }

  @Bean
  CustomerExport customerExport(
      OrdersOf ordersOf,
      Orders orders,
      PersonalData personal,
      Archive archive,
      Mails mails,
      ObjectProvider<HeldData> others,
      Clock clock) {
    List<HeldData> all = others.orderedStream().toList();
    return new CustomerExport(ordersOf, orders, personal, archive, mails, all, clock);
  }
}
