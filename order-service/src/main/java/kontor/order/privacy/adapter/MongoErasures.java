package kontor.order.privacy.adapter;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.order.document.BlockedOrders;
import kontor.order.privacy.Erasure;
import kontor.order.privacy.Erasures;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per request, and one per order whose contact is gone. */
@Component
class MongoErasures implements Erasures, BlockedOrders {

  private static final int AT_ONCE = 100;

  private final IndexedCollection erasures;
  private final MongoCollection<Document> blocked;

  MongoErasures(MongoDatabase database) {
    erasures =
        new IndexedCollection(
            database.getCollection("erasures"),
            requests -> requests.createIndex(Indexes.ascending("open")));
    blocked = database.getCollection("blocked-orders");
  }

  @Override
  public void open(String subject, Instant now) {
    try {
      erasures
          .get()
          .insertOne(
              new Document("_id", subject)
                  .append("requestedAt", Date.from(now))
                  .append("waiting", List.of())
                  .append("erased", List.of())
                  .append("open", true));
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public Optional<Erasure> find(String subject) {
    return Optional.ofNullable(erasures.get().find(Filters.eq("_id", subject)).first())
        .map(MongoErasures::read);
  }

  @Override
  public List<Erasure> pending() {
    return erasures
        .get()
        .find(Filters.eq("open", true))
        .limit(AT_ONCE)
        .map(MongoErasures::read)
        .into(new ArrayList<>());
  }

  @Override
  public void note(Erasure erasure) {
    for (OrderId order : erasure.erased()) {
      blocked.replaceOne(
          Filters.eq("_id", order.value()),
          new Document("_id", order.value()),
          new ReplaceOptions().upsert(true));
    }
    Instant done = erasure.doneAt();
    erasures
        .get()
        .updateOne(
            Filters.eq("_id", erasure.subject()),
            Updates.combine(
                Updates.set("waiting", values(erasure.waiting())),
                Updates.set("erased", values(erasure.erased())),
                Updates.set("open", done == null),
                done == null ? Updates.unset("doneAt") : Updates.set("doneAt", Date.from(done))));
  }

  @Override
  public boolean isBlocked(OrderId order) {
    return blocked.find(Filters.eq("_id", order.value())).first() != null;
  }

  private static List<String> values(List<OrderId> orders) {
    return orders.stream().map(OrderId::value).toList();
  }

  private static Erasure read(Document stored) {
    Date done = stored.getDate("doneAt");
    return new Erasure(
        stored.getString("_id"),
        stored.getDate("requestedAt").toInstant(),
        stored.getList("waiting", String.class).stream().map(OrderId::new).toList(),
        stored.getList("erased", String.class).stream().map(OrderId::new).toList(),
        done == null ? null : done.toInstant());
  }
}
