package kontor.connector.sale.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.sale.WatchedSales;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per sale, whose id begins with the account. */
@Component
class MongoWatchedSales implements WatchedSales {

  private final MongoCollection<Document> sales;

  MongoWatchedSales(MongoDatabase database) {
    sales = database.getCollection("watched-sales");
  }

  @Override
  public void watch(MarketplaceChannel channel, Watched sale) {
    sales.updateOne(
        Filters.eq("_id", id(channel, sale.externalId())),
        new Document("$setOnInsert", document(sale)),
        new UpdateOptions().upsert(true));
  }

  @Override
  public List<Watched> of(MarketplaceChannel channel) {
    String prefix = id(channel, "");
    List<Watched> all = new ArrayList<>();
    sales
        .find(Filters.and(Filters.gte("_id", prefix), Filters.lt("_id", prefix + '\uffff')))
        .forEach(document -> all.add(read(document)));
    return all;
  }

  @Override
  public void put(MarketplaceChannel channel, Watched sale) {
    Document document = document(sale);
    Document change = new Document("$set", document);
    if (sale.missingSince().isEmpty()) {
      change.append("$unset", new Document("missingSince", ""));
    }
    sales.updateOne(Filters.eq("_id", id(channel, sale.externalId())), change);
  }

  @Override
  public void remove(MarketplaceChannel channel, String externalId) {
    sales.deleteOne(Filters.eq("_id", id(channel, externalId)));
  }

  private static Document document(Watched sale) {
    Document document =
        new Document("externalId", sale.externalId())
            .append("placedAt", Date.from(sale.placedAt()))
            .append("lookedAt", Date.from(sale.lookedAt()));
    sale.missingSince().ifPresent(since -> document.append("missingSince", Date.from(since)));
    return document;
  }

  private static Watched read(Document document) {
    return new Watched(
        document.getString("externalId"),
        document.getDate("placedAt").toInstant(),
        document.getDate("lookedAt").toInstant(),
        Optional.ofNullable(document.getDate("missingSince")).map(Date::toInstant));
  }

  private static String id(MarketplaceChannel channel, String externalId) {
    return channel.account().key() + "|" + externalId;
  }
}
