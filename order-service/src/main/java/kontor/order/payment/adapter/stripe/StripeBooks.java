package kontor.order.payment.adapter.stripe;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import kontor.contracts.OrderId;
import org.bson.Document;

/**
 * What was asked of Stripe and under which name, so that asking again after a crash asks for the
 * same. Stripe forgets idempotency keys after a day; these books do not.
 */
final class StripeBooks {

  private final MongoCollection<Document> intents;
  private final MongoCollection<Document> moves;

  StripeBooks(MongoDatabase database) {
    intents = database.getCollection("stripe_intents");
    moves = database.getCollection("stripe_moves");
  }

  /**
   * The payment of an order.
   *
   * @param id Stripe's, {@code pi_…}
   * @param clientSecret lets the buyer's browser pay it, and nothing else
   */
  record Intent(String id, String clientSecret) {}

  /**
   * Money that is to be moved, once.
   *
   * @param key its idempotency key
   * @param amount in minor units: what was asked for first
   * @param done whether Stripe has confirmed it
   * @param fresh whether it was asked for just now, for the first time
   */
  record Move(String key, long amount, boolean done, boolean fresh) {}

  void keep(OrderId order, Intent intent) {
    intents.replaceOne(
        Filters.eq("_id", order.value()),
        new Document("_id", order.value())
            .append("intent", intent.id())
            .append("secret", intent.clientSecret()),
        new ReplaceOptions().upsert(true));
  }

  Optional<Intent> intent(OrderId order) {
    return Optional.ofNullable(intents.find(Filters.eq("_id", order.value())).first())
        .map(found -> new Intent(found.getString("intent"), found.getString("secret")));
  }

  /** The move of this name; whoever comes first says how much. */
  Move move(OrderId order, String kind, String name, long amount) {
    String key = order.value() + "/" + kind + "/" + name;
    try {
      moves.insertOne(new Document("_id", key).append("amount", amount).append("done", false));
      return new Move(key, amount, false, true);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      Document before = moves.find(Filters.eq("_id", key)).first();
      if (before == null) {
        throw new IllegalStateException(key + " is there and is not", e);
      }
      long first = before.get("amount", Number.class).longValue();
      return new Move(key, first, before.getBoolean("done"), false);
    }
  }

  /** Stripe moved so much under this name, which may be less than was asked for. */
  void done(Move move, long moved) {
    moves.updateOne(
        Filters.eq("_id", move.key()),
        Updates.combine(Updates.set("amount", moved), Updates.set("done", true)));
  }
}
