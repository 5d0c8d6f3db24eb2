package kontor.order.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.order.contact.Contact;
import kontor.order.contact.Contacts;
import kontor.order.customer.Customer;
import kontor.order.customer.Customers;
import kontor.order.document.Language;
import kontor.order.document.Seller;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Orders;

/** Puts a fact into words for whom it concerns. */
public final class MailWriter {

  private final Readers readers;
  private final Words words;
  private final Enclosures enclosures;
  private final LinkMails links;

  /** Whom a mail goes to, and what about. */
  public record Readers(Orders orders, Contacts contacts, Customers customers) {}

  /** How it is said. */
  public record Words(Templates templates, OrderWords ofOrders, Seller seller) {}

  public MailWriter(Readers readers, Words words, Enclosures enclosures, LinkMails links) {
    this.readers = readers;
    this.words = words;
    this.enclosures = enclosures;
    this.links = links;
  }

  /** Empty when whom it concerns is not known any more. */
  public Optional<Message> write(Mail mail) {
    OrderId order = mail.order();
    CustomerId customer = mail.customer();
    if (order != null) {
      return readers.contacts.find(order).flatMap(contact -> toBuyer(mail, order, contact));
    }
    return customer == null
        ? Optional.empty()
        : readers.customers.find(customer).map(c -> link(mail, c));
  }

  private Optional<Message> toBuyer(Mail mail, OrderId id, Contact contact) {
    Order order = readers.orders.find(id);
    if (order instanceof Order.Absent) {
      return Optional.empty();
    }
    Language language = language(Order.placed(order));
    Map<String, Object> values = values(contact.name());
    values.putAll(words.ofOrders.of(mail, order, language));
    return Optional.of(
        new Message(
            contact.email(),
            contact.name(),
            words.templates.write(mail.kind().template(), language, values),
            enclosures.of(mail)));
  }

  /** The customer's own, or that of the country of delivery. */
  private Language language(OrderPlaced order) {
    return order.customer().value().startsWith(Customer.PREFIX)
        ? readers
            .customers
            .find(order.customer())
            .map(c -> c.profile().language())
            .orElse(Language.of(order.country()))
        : Language.of(order.country());
  }

  private Message link(Mail mail, Customer customer) {
    Map<String, Object> values = values(customer.profile().name());
    values.put("link", links.link(mail.kind(), customer.id()));
    return new Message(
        customer.profile().email().value(),
        customer.profile().name(),
        words.templates.write(mail.kind().template(), customer.profile().language(), values),
        List.of());
  }

  private Map<String, Object> values(String name) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", name);
    values.put("shop", words.seller.name());
    values.put("imprint", words.seller.imprint());
    return values;
  }
}
