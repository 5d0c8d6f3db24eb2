package kontor.order.cart.adapter;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import kontor.order.cart.CurrentCarts;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document per buyer. */
@Component
class MongoCurrentCarts implements CurrentCarts {

  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> carts;

  MongoCurrentCarts(MongoDatabase database) {
    carts = database.getCollection("current_carts");
  }

  @Override
  public Optional<String> find(String owner) {
    return Optional.ofNullable(carts.find(Filters.eq("_id", owner)).first())
        .map(document -> document.getString("cart"));
  }

  @Override
  public void set(String owner, String cart) {
    carts.replaceOne(
        Filters.eq("_id", owner), document(owner, cart), new ReplaceOptions().upsert(true));
  }

  @Override
  public String replace(String owner, @Nullable String old, String fresh) {
    if (old == null) {
      insert(owner, fresh);
    } else {
      carts.updateOne(
          Filters.and(Filters.eq("_id", owner), Filters.eq("cart", old)),
          Updates.set("cart", fresh));
    }
    return find(owner).orElseThrow();
  }

  @Override
  public void forget(String owner) {
    carts.deleteOne(Filters.eq("_id", owner));
  }

  private void insert(String owner, String fresh) {
    try {
      carts.insertOne(document(owner, fresh));
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  private static Document document(String owner, String cart) {
    return new Document("_id", owner).append("cart", cart);
  }
}
