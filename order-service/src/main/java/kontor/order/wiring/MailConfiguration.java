package kontor.order.wiring;

import java.time.Clock;
import java.time.Duration;
import kontor.order.contact.Contacts;
import kontor.order.customer.Accounts;
import kontor.order.customer.CustomerMails;
import kontor.order.customer.Customers;
import kontor.order.customer.LinkTokens;
import kontor.order.customer.PasswordChanges;
import kontor.order.customer.Passwords;
import kontor.order.customer.SignIn;
import kontor.order.customer.SignInAttempts;
import kontor.order.document.Originals;
import kontor.order.document.Seller;
import kontor.order.lifecycle.Orders;
import kontor.order.mail.Enclosures;
import kontor.order.mail.LinkMails;
import kontor.order.mail.MailDesk;
import kontor.order.mail.MailRules;
import kontor.order.mail.MailRun;
import kontor.order.mail.MailWriter;
import kontor.order.mail.Mails;
import kontor.order.mail.OrderWords;
import kontor.order.mail.Post;
import kontor.order.mail.Templates;
import kontor.order.mail.adapter.MailSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Customers' accounts, and what they are told by mail. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  /** Longer than the time-outs of a mail server together. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  /**
   * @param publicUrl the shop's address, which links in mails begin with
   */
  @ConfigurationProperties("kontor.shop.address")
  record AddressSettings(@DefaultValue("http://127.0.0.1:8080") String publicUrl) {

    String base() {
      return publicUrl.replaceFirst("/+$", "");
    }
  }

  @Bean
  Accounts accounts(
      Customers customers,
      Passwords passwords,
      LinkTokens links,
      CustomerMails mails,
      Clock clock) {
    return new Accounts(customers, passwords, links, mails, clock);
  }

  @Bean
  PasswordChanges passwordChanges(
      Customers customers,
      Passwords passwords,
      LinkTokens links,
      CustomerMails mails,
      SignInAttempts attempts,
      Clock clock) {
    return new PasswordChanges(customers, passwords, links, mails, attempts, clock);
  }

  @Bean
  SignIn signIn(Customers customers, Passwords passwords, SignInAttempts attempts, Clock clock) {
    return new SignIn(customers, passwords, attempts, clock);
  }

  @Bean
  MailRules mailRules(MailSettings settings) {
    return new MailRules(
        LEASE, settings.firstPause(), settings.giveUpAfter(), settings.oldestFact());
  }

  @Bean
  LinkMails linkMails(Mails mails, LinkTokens tokens, AddressSettings address, Clock clock) {
    return new LinkMails(mails, tokens, address.base(), clock);
  }

  @Bean
  MailDesk mailDesk(Mails mails, Orders orders, MailRules rules, Clock clock) {
    return new MailDesk(mails, orders, rules, clock);
  }

  @Bean
  OrderWords orderWords(Seller seller, ShopSettings shop, AddressSettings address) {
    return new OrderWords(seller, shop.zone(), address.base());
  }

  @Bean
  Enclosures enclosures(Originals originals) {
    return new Enclosures(originals);
  }

  @Bean
  MailWriter mailWriter(
      Orders orders,
      Contacts contacts,
      Customers customers,
      Templates templates,
      OrderWords orderWords,
      Enclosures enclosures,
      LinkMails links,
      Seller seller) {
    return new MailWriter(
        new MailWriter.Readers(orders, contacts, customers),
        new MailWriter.Words(templates, orderWords, seller),
        enclosures,
        links);
  }

  @Bean
  MailRun mailRun(Mails mails, MailWriter writer, Post post, MailRules rules, Clock clock) {
    return new MailRun(mails, writer, post, rules, clock);
  }
}
