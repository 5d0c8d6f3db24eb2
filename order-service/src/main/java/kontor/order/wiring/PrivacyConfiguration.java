package kontor.order.wiring;

import java.time.Clock;
import kontor.order.customer.Customers;
import kontor.order.customer.LinkTokens;
import kontor.order.customer.OrdersOf;
import kontor.order.document.Archive;
import kontor.order.lifecycle.Orders;
import kontor.order.mail.Mails;
import kontor.order.privacy.CustomerExport;
import kontor.order.privacy.Erasures;
import kontor.order.privacy.HeldData;
import kontor.order.privacy.Holdings;
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
  Holdings holdings(
      Customers customers,
      LinkTokens links,
      PersonalData personal,
      Mails mails,
      ObjectProvider<HeldData> others) {
    return new Holdings(customers, links, personal, mails, others.orderedStream().toList());
  }

  @Bean
  PrivacyDesk privacyDesk(
      Erasures erasures, Holdings held, OrdersOf ordersOf, Orders orders, Clock clock) {
    return new PrivacyDesk(erasures, held, ordersOf, orders, clock);
  }

  @Bean
  PrivacyReports privacyReports(PrivacyDesk desk, Archive archive) {
    return new PrivacyReports(desk, archive);
  }

  @Bean
  CustomerExport customerExport(
      Holdings held, OrdersOf ordersOf, Orders orders, Archive archive, Clock clock) {
    return new CustomerExport(held, ordersOf, orders, archive, clock);
  }
}
