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

  private final Orders orders;
  private final Contacts contacts;
  private final Customers customers;
  private final Templates templates;
  private final OrderWords orderWords;
  private final Enclosures enclosures;
  private final LinkMails links;
  private final Seller seller;

  public MailWriter(
      Orders orders,
      Contacts contacts,
      Customers customers,
      Templates templates,
      OrderWords orderWords,
      Enclosures enclosures,
      LinkMails links,
      Seller seller) {
    this.orders = orders;
    this.contacts = contacts;
    this.customers = customers;
    this.templates = templates;
    this.orderWords = orderWords;
    this.enclosures = enclosures;
    this.links = links;
    this.seller = seller;
  }

  /** Empty when whom it concerns is not known any more. */
  public Optional<Message> write(Mail mail) {
    OrderId order = mail.order();
    CustomerId customer = mail.customer();
    if (order != null) {
      return contacts.find(order).flatMap(contact -> toBuyer(mail, order, contact));
    }
    return customer == null ? Optional.empty() : customers.find(customer).map(c -> link(mail, c));
  }

  private Optional<Message> toBuyer(Mail mail, OrderId id, Contact contact) {
    Order order = orders.find(id);
    if (order instanceof Order.Absent) {
      return Optional.empty();
    }
    Language language = language(Order.placed(order));
    Map<String, Object> values = values(contact.name());
    values.putAll(orderWords.of(mail, order, language));
    return Optional.of(
        new Message(
            contact.email(),
            contact.name(),
            templates.write(mail.kind().template(), language, values),
            enclosures.of(mail, order, language)));
  }

  /** The customer's own, or that of the country of delivery. */
  private Language language(OrderPlaced order) {
    return order.customer().value().startsWith(Customer.PREFIX)
        ? customers
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
        templates.write(mail.kind().template(), customer.profile().language(), values),
        List.of());
  }

  private Map<String, Object> values(String name) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", name);
    values.put("shop", seller.name());
    values.put("imprint", seller.imprint());
    return values;
  }
}
