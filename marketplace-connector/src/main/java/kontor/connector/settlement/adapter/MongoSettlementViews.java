package kontor.connector.settlement.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kontor.connector.settlement.SettlementViews;
import kontor.contracts.ChannelId;
import kontor.contracts.OrderId;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;
import kontor.contracts.topic.EventCodec;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document per settlement, and one per order in it, each with its event as JSON. */
@Component
class MongoSettlementViews implements SettlementViews {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final EventCodec codec = EventCodec.of(SettlementEvent.class);
  private final IndexedCollection settlements;
  private final MongoCollection<Document> orders;

  MongoSettlementViews(MongoDatabase database) {
    settlements =
        new IndexedCollection(
            database.getCollection("settlements"),
            all -> all.createIndex(Indexes.descending("place")));
    orders = database.getCollection("settled-orders");
  }

  @Override
  public void on(SettlementEvent event) {
    String settlement = event.channel() + "/" + event.account() + "/" + event.settlement();
    if (event instanceof PayoutReported payout) {
      String place = "%014d-%s".formatted(payout.until().toEpochMilli(), settlement);
      put(
          settlements.get(),
          document(settlement, event)
              .append("place", place)
              .append("channel", event.channel().value())
              .append("account", event.account()));
    } else if (event instanceof OrderSettled order) {
      // an order of very many movements has several events, each with a first one of its own
      String first = order.movements().isEmpty() ? "" : order.movements().get(0).id();
      put(orders, document(order.order() + "|" + settlement + "|" + first, event));
    }
  }

  private Document document(String id, SettlementEvent event) {
    return new Document("_id", id)
        .append("event", new String(codec.write(event), StandardCharsets.UTF_8));
  }

  private static void put(MongoCollection<Document> into, Document document) {
    into.replaceOne(Filters.eq("_id", document.getString("_id")), document, UPSERT);
  }

  @Override
  public Page page(
      @Nullable ChannelId channel, @Nullable String account, @Nullable String cursor, int limit) {
    List<Bson> wanted = new ArrayList<>();
    if (channel != null) {
      wanted.add(Filters.eq("channel", channel.value()));
    }
    if (account != null) {
      wanted.add(Filters.eq("account", account));
    }
    if (cursor != null) {
      wanted.add(Filters.lt("place", cursor));
    }
    List<Document> found =
        settlements
            .get()
            .find(wanted.isEmpty() ? Filters.empty() : Filters.and(wanted))
            .sort(Sorts.descending("place"))
            .limit(limit + 1)
            .into(new ArrayList<>());
    List<Document> fit = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        fit.stream().map(one -> read(PayoutReported.class, one)).toList(),
        found.size() > limit ? fit.get(limit - 1).getString("place") : null);
  }

  @Override
  public List<OrderSettled> of(OrderId order) {
    String prefix = order + "|";
    List<OrderSettled> all = new ArrayList<>();
    orders
        .find(Filters.and(Filters.gte("_id", prefix), Filters.lt("_id", prefix + '\uffff')))
        .forEach(one -> all.add(read(OrderSettled.class, one)));
    return all;
  }

  private <T> T read(Class<T> event, Document document) {
    byte[] json = document.getString("event").getBytes(StandardCharsets.UTF_8);
    return event.cast(codec.read(EventCodec.type(event), json).orElseThrow());
  }
}
