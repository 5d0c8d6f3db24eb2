package kontor.connector.sale.adapter;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.sale.SaleBooks;
import kontor.contracts.OrderId;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The books in MongoDB: a document per account, per sale, and per parcel that is to be told of. */
@Component
class MongoSaleBooks implements SaleBooks {

  private static final String ACCOUNT = "account";
  private static final String DUE = "due";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> accounts;
  private final MongoCollection<Document> sales;
  private final IndexedCollection parcels;

  MongoSaleBooks(MongoDatabase database) {
    accounts = database.getCollection("accounts");
    sales = database.getCollection("sales");
    parcels =
        new IndexedCollection(
            database.getCollection("due-parcels"),
            all -> {
              String unused = all.createIndex(Indexes.ascending(ACCOUNT));
              moveFromAccounts(all);
            });
  }

  /** They were kept within the account's document, which many of them made slow to change. */
  private void moveFromAccounts(MongoCollection<Document> parcels) {
    for (Document account : accounts.find(Filters.exists(DUE))) {
      account
          .get(DUE, Document.class)
          .forEach(
              (key, entry) ->
                  parcels.replaceOne(
                      Filters.eq("_id", key),
                      new Document((Document) entry).append(ACCOUNT, account.getString("_id")),
                      new ReplaceOptions().upsert(true)));
      accounts.updateOne(Filters.eq("_id", account.getString("_id")), Updates.unset(DUE));
    }
  }

  @Override
  public Optional<Instant> readUntil(MarketplaceChannel channel) {
    return account(channel).map(a -> a.getDate("readUntil")).map(Date::toInstant);
  }

  @Override
  public void setReadUntil(MarketplaceChannel channel, Instant until) {
    accounts.updateOne(
        Filters.eq("_id", id(channel)), Updates.set("readUntil", Date.from(until)), UPSERT);
  }

  @Override
  public Optional<Instant> returnsReadUntil(MarketplaceChannel channel) {
    return account(channel).map(a -> a.getDate("returnsReadUntil")).map(Date::toInstant);
  }

  @Override
  public void setReturnsReadUntil(MarketplaceChannel channel, Instant until) {
    accounts.updateOne(
        Filters.eq("_id", id(channel)), Updates.set("returnsReadUntil", Date.from(until)), UPSERT);
  }

  @Override
  public void keep(MarketplaceChannel channel, String externalId, OrderId order) {
    sales.updateOne(
        Filters.eq("_id", order.value()),
        Updates.combine(Updates.set(ACCOUNT, id(channel)), Updates.set("externalId", externalId)),
        UPSERT);
  }

  @Override
  public void shipped(ParcelShipped parcel) {
    Document sale = sales.find(Filters.eq("_id", parcel.order().value())).first();
    if (sale != null) {
      Document units = new Document();
      parcel.lines().forEach(l -> units.append(Integer.toString(l.line()), l.quantity().value()));
      Document due =
          new Document(ACCOUNT, sale.getString(ACCOUNT))
              .append("order", parcel.order().value())
              .append("externalId", sale.getString("externalId"))
              .append("parcel", parcel.parcel())
              .append("units", units)
              .append("carrier", parcel.carrier())
              .append("trackingNumber", parcel.trackingNumber())
              .append("shippedAt", Date.from(parcel.shippedAt()));
      parcels
          .get()
          .replaceOne(
              Filters.eq("_id", key(parcel.order(), parcel.parcel())),
              due,
              new ReplaceOptions().upsert(true));
    }
  }

  @Override
  public List<DueShipment> dueShipments(MarketplaceChannel channel, int most) {
    List<DueShipment> shipments = new ArrayList<>();
    due(channel)
        .sort(Sorts.ascending("shippedAt"))
        .limit(most)
        .forEach(entry -> shipments.add(due(entry)));
    return shipments;
  }

  @Override
  public Set<String> untoldSales(MarketplaceChannel channel) {
    Set<String> sales = new HashSet<>();
    due(channel)
        .projection(Projections.include("externalId"))
        .forEach(entry -> sales.add(entry.getString("externalId")));
    return sales;
  }

  private FindIterable<Document> due(MarketplaceChannel channel) {
    return parcels.get().find(Filters.eq(ACCOUNT, id(channel)));
  }

  private static DueShipment due(Document entry) {
    Map<Integer, Integer> units = new HashMap<>();
    entry
        .get("units", Document.class)
        .forEach((line, number) -> units.put(Integer.valueOf(line), (Integer) number));
    return new DueShipment(
        new OrderId(entry.getString("order")),
        entry.getString("externalId"),
        entry.getString("parcel"),
        units,
        entry.getString("carrier"),
        entry.getString("trackingNumber"),
        entry.getDate("shippedAt").toInstant());
  }

  @Override
  public void settled(MarketplaceChannel channel, DueShipment shipment) {
    parcels.get().deleteOne(Filters.eq("_id", key(shipment.order(), shipment.parcel())));
  }

  private static String key(OrderId order, String parcel) {
    return order.value() + "/" + parcel;
  }

  private Optional<Document> account(MarketplaceChannel channel) {
    return Optional.ofNullable(accounts.find(Filters.eq("_id", id(channel))).first());
  }

  private static String id(MarketplaceChannel channel) {
    return channel.account().key();
  }
}
