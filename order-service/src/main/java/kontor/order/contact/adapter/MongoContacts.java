package kontor.order.contact.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.order.contact.Contact;
import kontor.order.contact.Contacts;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The contacts, one document per order. */
@Component
class MongoContacts implements Contacts {

  private final MongoCollection<Document> contacts;

  MongoContacts(MongoDatabase database) {
    contacts = database.getCollection("contacts");
  }

  @Override
  public void save(OrderId order, Contact contact) {
    contacts.replaceOne(
        Filters.eq("_id", order.value()),
        new Document("_id", order.value())
            .append("email", contact.email())
            .append("name", contact.name())
            .append("company", contact.company())
            .append("street", contact.street())
            .append("postalCode", contact.postalCode())
            .append("city", contact.city())
            .append("country", contact.country().value())
            .append("method", contact.method())
            .append("details", ContactDocuments.of(contact.details())),
        new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<Contact> find(OrderId order) {
    return Optional.ofNullable(contacts.find(Filters.eq("_id", order.value())).first())
        .map(
            d ->
                new Contact(
                    d.getString("email"),
                    d.getString("name"),
                    d.getString("company"),
                    d.getString("street"),
                    d.getString("postalCode"),
                    d.getString("city"),
                    new CountryCode(d.getString("country")),
                    d.getString("method"),
                    ContactDocuments.details(d.get("details", Document.class))));
  }
}
