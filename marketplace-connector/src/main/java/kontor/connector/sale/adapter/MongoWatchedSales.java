package kontor.connector.sale.adapter;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.sale.WatchedSales;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per sale, whose id begins with the account. */
@Component
class MongoWatchedSales implements WatchedSales {

  private static final String ACCOUNT = "account";
  private static final String DUE = "dueAt";

  private final IndexedCollection sales;

  MongoWatchedSales(MongoDatabase database) {
    sales =
        new IndexedCollection(
            database.getCollection("watched-sales"),
            all -> all.createIndex(Indexes.ascending(ACCOUNT, DUE)));
  }

  @Override
  public void watch(MarketplaceChannel channel, Watched sale) {
    sales
        .get()
        .updateOne(
            Filters.eq("_id", id(channel, sale.externalId())),
            new Document("$setOnInsert", document(channel, sale)),
            new UpdateOptions().upsert(true));
  }

  @Override
  public List<Watched> due(MarketplaceChannel channel, Instant now, int most) {
    List<Watched> due = new ArrayList<>();
    sales
        .get()
        .find(
            Filters.and(
                Filters.eq(ACCOUNT, channel.account().key()), Filters.lte(DUE, Date.from(now))))
        .sort(Sorts.ascending(DUE))
        .limit(most)
        .forEach(document -> due.add(read(document)));
    return due;
  }

  @Override
  public void put(MarketplaceChannel channel, Watched sale) {
    Document change = new Document("$set", document(channel, sale));
    if (sale.missingSince().isEmpty()) {
      change.append("$unset", new Document("missingSince", ""));
    }
    sales.get().updateOne(Filters.eq("_id", id(channel, sale.externalId())), change);
  }

  @Override
  public void remove(MarketplaceChannel channel, String externalId) {
    sales.get().deleteOne(Filters.eq("_id", id(channel, externalId)));
  }

  private static Document document(MarketplaceChannel channel, Watched sale) {
    Document document =
        new Document(ACCOUNT, channel.account().key())
            .append("externalId", sale.externalId())
            .append("placedAt", Date.from(sale.placedAt()))
            .append(DUE, Date.from(sale.dueAt()));
    sale.missingSince().ifPresent(since -> document.append("missingSince", Date.from(since)));
    return document;
  }

  private static Watched read(Document document) {
    return new Watched(
        document.getString("externalId"),
        document.getDate("placedAt").toInstant(),
        document.getDate(DUE).toInstant(),
        Optional.ofNullable(document.getDate("missingSince")).map(Date::toInstant));
  }

  private static String id(MarketplaceChannel channel, String externalId) {
    return channel.account().key() + "|" + externalId;
  }
}
