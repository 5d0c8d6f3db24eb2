package kontor.connector.worklist.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kontor.connector.worklist.WorkItem;
import kontor.connector.worklist.WorkItems;
import org.bson.Document;

/** One document per item; what is done is deleted, so there are never many. */
public final class MongoWorkItems implements WorkItems {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> items;

  public MongoWorkItems(MongoDatabase database) {
    this.items = database.getCollection("worklist");
  }

  @Override
  public Optional<WorkItem> find(String id) {
    return Optional.ofNullable(items.find(Filters.eq("_id", id)).first()).map(MongoWorkItems::read);
  }

  @Override
  public List<WorkItem> of(String prefix) {
    List<WorkItem> found = new ArrayList<>();
    items
        .find(Filters.and(Filters.gte("_id", prefix), Filters.lt("_id", prefix + '\uffff')))
        .sort(Sorts.ascending("_id"))
        .forEach(document -> found.add(read(document)));
    return found;
  }

  @Override
  public void put(WorkItem item) {
    Document document =
        new Document("_id", item.id())
            .append("account", item.account())
            .append("kind", item.kind().name())
            .append("subject", item.subject())
            .append("reason", item.reason())
            .append("since", Date.from(item.since()))
            .append("tries", item.tries());
    item.nextTry().ifPresent(next -> document.append("nextTry", Date.from(next)));
    items.replaceOne(Filters.eq("_id", item.id()), document, UPSERT);
  }

  @Override
  public void remove(String id) {
    items.deleteOne(Filters.eq("_id", id));
  }

  private static WorkItem read(Document document) {
    return new WorkItem(
        document.getString("account"),
        WorkItem.Kind.valueOf(document.getString("kind")),
        document.getString("subject"),
        document.getString("reason"),
        document.getDate("since").toInstant(),
        document.getInteger("tries"),
        Optional.ofNullable(document.getDate("nextTry")).map(Date::toInstant));
  }
}
