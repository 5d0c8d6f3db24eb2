package kontor.connector.sale.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.sale.SaleBooks;
import kontor.contracts.OrderId;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The books in MongoDB: one document per account, and one per sale. */
@Component
class MongoSaleBooks implements SaleBooks {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> accounts;
  private final MongoCollection<Document> sales;

  MongoSaleBooks(MongoDatabase database) {
    accounts = database.getCollection("accounts");
    sales = database.getCollection("sales");
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
        Updates.combine(Updates.set("account", id(channel)), Updates.set("externalId", externalId)),
        UPSERT);
  }

  @Override
  public void shipped(ParcelShipped parcel) {
    Document sale = sales.find(Filters.eq("_id", parcel.order().value())).first();
    if (sale != null) {
      Document units = new Document();
      parcel.lines().forEach(l -> units.append(Integer.toString(l.line()), l.quantity().value()));
      Document due =
          new Document("order", parcel.order().value())
              .append("externalId", sale.getString("externalId"))
              .append("parcel", parcel.parcel())
              .append("units", units)
              .append("carrier", parcel.carrier())
              .append("trackingNumber", parcel.trackingNumber())
              .append("shippedAt", Date.from(parcel.shippedAt()));
      accounts.updateOne(
          Filters.eq("_id", sale.getString("account")),
          Updates.set("due." + key(parcel.order(), parcel.parcel()), due),
          UPSERT);
    }
  }

  @Override
  public List<DueShipment> dueShipments(MarketplaceChannel channel) {
    List<DueShipment> shipments = new ArrayList<>();
    account(channel)
        .map(a -> a.get("due", Document.class))
        .ifPresent(due -> due.values().forEach(entry -> shipments.add(due((Document) entry))));
    return shipments;
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
    accounts.updateOne(
        Filters.eq("_id", id(channel)),
        Updates.unset("due." + key(shipment.order(), shipment.parcel())));
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
