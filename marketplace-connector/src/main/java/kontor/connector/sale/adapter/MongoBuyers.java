package kontor.connector.sale.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.connector.channel.Account;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.sale.Buyers;
import kontor.contracts.OrderId;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * One document per buyer of an order, whose id begins with the day, so that all of a day are
 * forgotten by id; and one that tells the day of an order.
 */
@Component
class MongoBuyers implements Buyers {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> buyers;
  private final MongoCollection<Document> days;
  private final MongoCollection<Document> sales;

  MongoBuyers(MongoDatabase database) {
    buyers = database.getCollection("buyers");
    days = database.getCollection("buyer-days");
    sales = database.getCollection("sales");
  }

  @Override
  public void keep(OrderId order, LocalDate bought, Buyer buyer) {
    String id = bought + "/" + order.value();
    buyers.replaceOne(
        Filters.eq("_id", id),
        new Document("_id", id)
            .append("userName", buyer.userName())
            .append("name", buyer.name())
            .append("email", buyer.email())
            .append("street", buyer.street())
            .append("postalCode", buyer.postalCode())
            .append("city", buyer.city())
            .append("country", buyer.country()),
        UPSERT);
    days.replaceOne(
        Filters.eq("_id", order.value()),
        new Document("_id", order.value()).append("id", id),
        UPSERT);
  }

  @Override
  public Optional<Buyer> find(OrderId order) {
    return id(order)
        .map(id -> buyers.find(Filters.eq("_id", id)).first())
        .map(
            known ->
                new Buyer(
                    known.getString("userName"),
                    known.getString("name"),
                    known.getString("email"),
                    known.getString("street"),
                    known.getString("postalCode"),
                    known.getString("city"),
                    known.getString("country")));
  }

  @Override
  public boolean forget(OrderId order) {
    return id(order)
        .filter(id -> buyers.deleteOne(Filters.eq("_id", id)).getDeletedCount() > 0)
        .isPresent();
  }

  @Override
  public long forgetBefore(LocalDate day) {
    return buyers.deleteMany(Filters.lt("_id", day.toString())).getDeletedCount();
  }

  /** Rare, so it looks through all of them; the sale tells whose order it is. */
  @Override
  public long forgetUser(Collection<Account> accounts, String userName) {
    Set<String> keys = accounts.stream().map(Account::key).collect(Collectors.toSet());
    long forgotten = 0;
    for (Document known : buyers.find(Filters.eq("userName", userName))) {
      String id = known.getString("_id");
      String order = id.substring(id.indexOf('/') + 1);
      Document sale = sales.find(Filters.eq("_id", order)).first();
      if (sale != null && keys.contains(sale.getString("account"))) {
        forgotten += buyers.deleteOne(Filters.eq("_id", id)).getDeletedCount();
      }
    }
    return forgotten;
  }

  private Optional<String> id(OrderId order) {
    return Optional.ofNullable(days.find(Filters.eq("_id", order.value())).first())
        .map(known -> known.getString("id"));
  }
}
