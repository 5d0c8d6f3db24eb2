package kontor.order.checkout.adapter;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import kontor.contracts.OrderId;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Which order a buyer's {@code Idempotency-Key} stands for, and for which request it was given. */
@Component
class IdempotencyKeys {

  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> keys;
  private final Clock clock;

  /** A key that was used. */
  record Claim(String fingerprint, OrderId order) {}

  IdempotencyKeys(MongoDatabase database, Clock clock) {
    keys = database.getCollection("idempotency_keys");
    this.clock = clock;
  }

  private Optional<Claim> find(String owner, String key) {
    return Optional.ofNullable(keys.find(Filters.eq("_id", id(owner, key))).first())
        .map(d -> new Claim(d.getString("fingerprint"), new OrderId(d.getString("order"))));
  }

  /** The claim that holds from now on: the given one, or the one that came first. */
  Claim claim(String owner, String key, Claim wanted) {
    try {
      keys.insertOne(
          new Document("_id", id(owner, key))
              .append("fingerprint", wanted.fingerprint())
              .append("order", wanted.order().value())
              .append("at", Date.from(clock.instant())));
      return wanted;
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
      return find(owner, key).orElseThrow();
    }
  }

  /** Forgets a claim under which nothing was done. */
  void giveBack(String owner, String key) {
    keys.deleteOne(Filters.eq("_id", id(owner, key)));
  }

  private static String id(String owner, String key) {
    return owner + "/" + key;
  }
}
