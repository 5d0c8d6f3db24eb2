package kontor.connector.repricing.adapter;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.repricing.LandedCosts;
import kontor.contracts.Sku;
import kontor.contracts.UnitCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per article: what a person set, and what the newest receipt says. */
@Component
class MongoCosts implements LandedCosts {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final int DUPLICATE_KEY = 11000;

  /** A unit cost has ten-thousandths, money has cents. */
  private static final int PARTS_OF_A_CENT = 100;

  private final MongoCollection<Document> costs;
  private final Clock clock;

  MongoCosts(MongoDatabase database, Clock clock) {
    costs = database.getCollection("landed-costs");
    this.clock = clock;
  }

  @Override
  public Optional<LandedCost> find(Sku sku) {
    Document found = costs.find(Filters.eq("_id", sku.value())).first();
    if (found == null) {
      return Optional.empty();
    }
    if (found.containsKey("set")) {
      return Optional.of(cost(found, "set", found.getString("setBy"), "setAt"));
    }
    return found.containsKey("received")
        ? Optional.of(cost(found, "received", found.getString("receipt"), "receivedAt"))
        : Optional.empty();
  }

  private static LandedCost cost(Document found, String amount, String source, String at) {
    return new LandedCost(
        new UnitCost(found.getLong(amount)), source, found.getDate(at).toInstant());
  }

  @Override
  public void set(Sku sku, UnitCost cost, String by) {
    costs.updateOne(
        Filters.eq("_id", sku.value()),
        Updates.combine(
            Updates.set("set", cost.value()),
            Updates.set("setBy", by),
            Updates.set("setAt", Date.from(clock.instant()))),
        UPSERT);
  }

  @Override
  public void remove(Sku sku) {
    costs.updateOne(
        Filters.eq("_id", sku.value()),
        Updates.combine(Updates.unset("set"), Updates.unset("setBy"), Updates.unset("setAt")));
  }

  /** Goods of one article in several lines are averaged; rounded up to a ten-thousandth. */
  @Override
  public void received(GoodsReceived receipt) {
    Map<Sku, long[]> sums = new LinkedHashMap<>();
    for (ReceivedGoods goods : receipt.goods()) {
      long[] sum = sums.computeIfAbsent(goods.sku(), sku -> new long[2]);
      sum[0] = Math.addExact(sum[0], goods.cost().minor());
      sum[1] = Math.addExact(sum[1], goods.quantity().value());
    }
    String name = receipt.order() + "/" + receipt.receipt();
    sums.forEach(
        (sku, sum) -> {
          if (sum[1] > 0) {
            long each = -Math.floorDiv(-Math.multiplyExact(sum[0], PARTS_OF_A_CENT), sum[1]);
            put(sku, each, name, receipt.receivedAt());
          }
        });
  }

  private void put(Sku sku, long each, String receipt, Instant at) {
    try {
      costs.updateOne(
          Filters.and(
              Filters.eq("_id", sku.value()),
              Filters.or(
                  Filters.exists("receivedAt", false), Filters.lt("receivedAt", Date.from(at)))),
          Updates.combine(
              Updates.set("received", each),
              Updates.set("receipt", receipt),
              Updates.set("receivedAt", Date.from(at))),
          UPSERT);
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
      // what is known is as new or newer
    }
  }
}
