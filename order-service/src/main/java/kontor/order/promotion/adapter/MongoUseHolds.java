package kontor.order.promotion.adapter;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.order.promotion.UseHolds;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per order whose checkout took uses, until it was looked at again. */
@Component
class MongoUseHolds implements UseHolds {

  private static final int AT_ONCE = 200;

  private final IndexedCollection holds;

  MongoUseHolds(MongoDatabase database) {
    holds =
        new IndexedCollection(
            database.getCollection("promotion-holds"),
            all -> all.createIndex(Indexes.ascending("until")));
  }

  @Override
  public void note(Hold hold) {
    List<String> ids = hold.promotions().stream().map(PromotionId::value).sorted().toList();
    holds
        .get()
        .updateOne(
            Filters.eq("_id", hold.order().value()),
            Updates.combine(
                Updates.addEachToSet("promotions", ids),
                Updates.max("until", Date.from(hold.until()))),
            new UpdateOptions().upsert(true));
  }

  @Override
  public List<Hold> due(Instant now) {
    return holds
        .get()
        .find(Filters.lte("until", Date.from(now)))
        .sort(Indexes.ascending("until"))
        .limit(AT_ONCE)
        .map(MongoUseHolds::read)
        .into(new ArrayList<>());
  }

  @Override
  public void done(Hold hold) {
    holds
        .get()
        .deleteOne(
            Filters.and(
                Filters.eq("_id", hold.order().value()),
                Filters.eq("until", Date.from(hold.until()))));
  }

  private static Hold read(Document stored) {
    return new Hold(
        new OrderId(stored.getString("_id")),
        stored.getList("promotions", String.class).stream()
            .map(PromotionId::new)
            .collect(Collectors.toSet()),
        stored.getDate("until").toInstant());
  }
}
