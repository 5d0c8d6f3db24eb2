package kontor.order.payment.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.order.payment.PaymentReferences;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per reference. */
@Component
class MongoPaymentReferences implements PaymentReferences {

  private final MongoCollection<Document> references;

  MongoPaymentReferences(MongoDatabase database) {
    references = database.getCollection("payment_references");
  }

  @Override
  public void keep(String reference, OrderId order) {
    references.replaceOne(
        Filters.eq("_id", reference),
        new Document("_id", reference).append("order", order.value()),
        new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<OrderId> find(String reference) {
    return Optional.ofNullable(references.find(Filters.eq("_id", reference)).first())
        .map(found -> new OrderId(found.getString("order")));
  }
}
