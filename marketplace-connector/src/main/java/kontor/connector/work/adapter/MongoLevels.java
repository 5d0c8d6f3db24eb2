package kontor.connector.work.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import kontor.connector.channel.Account;
import kontor.connector.channel.CallLevels;
import org.bson.Document;

/** One document per account; only calls with a slow limit are noted in it. */
public final class MongoLevels implements CallLevels {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> levels;
  private final String account;

  public MongoLevels(MongoDatabase database, Account account) {
    this.levels = database.getCollection("call-levels");
    this.account = account.key();
  }

  @Override
  public Map<String, Level> all() {
    Document known = levels.find(Filters.eq("_id", account)).first();
    Map<String, Level> all = new HashMap<>();
    if (known != null && known.get("operations") instanceof Document operations) {
      operations.forEach((operation, level) -> all.put(operation, level((Document) level)));
    }
    return all;
  }

  @Override
  public void save(String operation, Level level) {
    Document value = new Document("left", level.left()).append("at", Date.from(level.at()));
    levels.updateOne(
        Filters.eq("_id", account), Updates.set("operations." + operation, value), UPSERT);
  }

  private static Level level(Document document) {
    return new Level(document.getLong("left"), document.getDate("at").toInstant());
  }
}
