package kontor.order.privacy.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.order.privacy.PersonalData;
import kontor.order.promotion.Redeemers;
import kontor.order.promotion.adapter.MongoGuestCustomers;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Reads and erases the documents of contacts whole, whatever fields they have. The key of a
 * checkout goes with them: its fingerprint is made of the contact; and so does the document that
 * tells a guest who used promotions.
 */
@Component
class MongoPersonalData implements PersonalData {

  private final MongoCollection<Document> contacts;
  private final IndexedCollection checkouts;
  private final MongoCollection<Document> guests;

  MongoPersonalData(MongoDatabase database) {
    contacts = database.getCollection("contacts");
    guests = database.getCollection(MongoGuestCustomers.COLLECTION);
    checkouts =
        new IndexedCollection(
            database.getCollection("idempotency_keys"),
            keys -> keys.createIndex(Indexes.ascending("order")));
  }

  @Override
  public Optional<Map<String, Object>> contact(OrderId order) {
    return Optional.ofNullable(contacts.find(Filters.eq("_id", order.value())).first())
        .map(
            stored -> {
              Map<String, Object> fields = new TreeMap<>(stored);
              fields.remove("_id");
              fields.values().removeIf(java.util.Objects::isNull);
              return fields;
            });
  }

  @Override
  public void eraseContact(OrderId order) {
    Document contact = contacts.find(Filters.eq("_id", order.value())).first();
    if (contact != null) {
      String address = Redeemers.normalised(contact.getString("email"));
      guests.deleteOne(Filters.eq("_id", MongoGuestCustomers.key(address)));
    }
    contacts.deleteOne(Filters.eq("_id", order.value()));
    checkouts.get().deleteMany(Filters.eq("order", order.value()));
  }
}
