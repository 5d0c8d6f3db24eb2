package kontor.connector.sale.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.sale.DueRequest;
import kontor.connector.sale.DueRequest.Ask;
import kontor.connector.sale.DueRequest.Cancel;
import kontor.connector.sale.DueRequest.PayBack;
import kontor.connector.sale.DueRequests;
import kontor.connector.sale.OpenFile;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One document per request, whose id begins with the account; what came back stands in the document
 * of the sale.
 */
@Component
class MongoDueRequests implements DueRequests {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> requests;
  private final MongoCollection<Document> sales;
  private final MongoCollection<Document> files;
  private final Clock clock;

  MongoDueRequests(MongoDatabase database, Clock clock) {
    requests = database.getCollection("sale-requests");
    sales = database.getCollection("sales");
    files = database.getCollection("refund-files");
    this.clock = clock;
  }

  @Override
  public void note(OrderId order, Ask ask) {
    Document sale = sales.find(Filters.eq("_id", order.value())).first();
    if (sale != null) {
      Document fresh =
          new Document("order", order.value())
              .append("externalId", sale.getString("externalId"))
              .append("since", Date.from(clock.instant()));
      fresh.putAll(document(ask));
      requests.updateOne(
          Filters.eq("_id", id(sale.getString("account"), order, ask)),
          new Document("$setOnInsert", fresh),
          UPSERT);
    }
  }

  private static Document document(Ask ask) {
    Document document = new Document("name", ask.name());
    if (ask instanceof Cancel cancel) {
      document.append("units", units(cancel.units())).append("whole", cancel.whole());
      document.append("byBuyer", cancel.byBuyer());
      cancel.worth().ifPresent(worth -> document.append("worth", money(worth)));
    } else if (ask instanceof PayBack payBack) {
      document.append("units", units(payBack.returned()));
      document.append("amount", money(payBack.amount()));
    }
    return document;
  }

  @Override
  public void noteReturn(OrderId order, String rma, Map<Integer, Integer> units) {
    sales.updateOne(
        Filters.eq("_id", order.value()), Updates.set("returns." + key(rma), units(units)));
  }

  @Override
  public Map<Integer, Integer> returned(OrderId order, String rma) {
    return Optional.ofNullable(sales.find(Filters.eq("_id", order.value())).first())
        .map(sale -> sale.get("returns", Document.class))
        .map(returns -> returns.get(key(rma), Document.class))
        .map(MongoDueRequests::units)
        .orElse(Map.of());
  }

  @Override
  public List<DueRequest> of(MarketplaceChannel channel) {
    String prefix = channel.account().key() + "|";
    List<DueRequest> all = new ArrayList<>();
    requests
        .find(Filters.and(Filters.gte("_id", prefix), Filters.lt("_id", prefix + '\uffff')))
        .forEach(document -> all.add(read(document)));
    all.sort(Comparator.comparing(DueRequest::since));
    return all;
  }

  @Override
  public void put(MarketplaceChannel channel, DueRequest request) {
    requests.updateOne(
        Filters.eq("_id", id(channel.account().key(), request.order(), request.ask())),
        Updates.combine(
            Updates.set("parked", request.parked()),
            request.ticket().map(t -> Updates.set("ticket", t)).orElse(Updates.unset("ticket"))));
  }

  @Override
  public void settled(MarketplaceChannel channel, DueRequest request) {
    requests.deleteOne(
        Filters.eq("_id", id(channel.account().key(), request.order(), request.ask())));
  }

  @Override
  public Optional<OpenFile> openFile(MarketplaceChannel channel) {
    return Optional.ofNullable(files.find(Filters.eq("_id", channel.account().key())).first())
        .map(
            file ->
                new OpenFile(
                    file.getString("ticket"),
                    Optional.ofNullable(file.getString("submission")),
                    file.getList("parts", Document.class).stream()
                        .collect(
                            Collectors.toMap(
                                part -> part.getString("refund"),
                                part -> part.getString("part")))));
  }

  @Override
  public void putFile(MarketplaceChannel channel, OpenFile file) {
    List<Document> parts = new ArrayList<>();
    file.parts()
        .forEach((name, part) -> parts.add(new Document("refund", name).append("part", part)));
    Document document = new Document("ticket", file.ticket()).append("parts", parts);
    file.submission().ifPresent(submission -> document.append("submission", submission));
    files.replaceOne(
        Filters.eq("_id", channel.account().key()), document, new ReplaceOptions().upsert(true));
  }

  @Override
  public void closeFile(MarketplaceChannel channel) {
    files.deleteOne(Filters.eq("_id", channel.account().key()));
  }

  private static DueRequest read(Document document) {
    Instant since = document.getDate("since").toInstant();
    return new DueRequest(
        new OrderId(document.getString("order")),
        document.getString("externalId"),
        ask(document),
        since,
        Optional.ofNullable(document.getString("ticket")),
        document.getBoolean("parked", false));
  }

  private static Ask ask(Document document) {
    String name = document.getString("name");
    Map<Integer, Integer> units = units(document.get("units", Document.class));
    Document amount = document.get("amount", Document.class);
    if (amount != null) {
      return new PayBack(name, money(amount), units);
    }
    @Nullable Document worth = document.get("worth", Document.class);
    return new Cancel(
        name,
        units,
        document.getBoolean("whole"),
        document.getBoolean("byBuyer"),
        Optional.ofNullable(worth).map(MongoDueRequests::money));
  }

  private static String id(String account, OrderId order, Ask ask) {
    String kind = ask instanceof Cancel ? "cancel" : "refund";
    return account + "|" + order.value() + "|" + kind + "|" + ask.name();
  }

  /** A name may hold what MongoDB does not take in a field's name. */
  private static String key(String name) {
    return name.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
  }

  private static Document units(Map<Integer, Integer> units) {
    Document document = new Document();
    units.forEach((line, quantity) -> document.append(Integer.toString(line), quantity));
    return document;
  }

  private static Map<Integer, Integer> units(Document document) {
    Map<Integer, Integer> units = new HashMap<>();
    document.forEach((line, quantity) -> units.put(Integer.valueOf(line), (Integer) quantity));
    return units;
  }

  private static Document money(Money money) {
    return new Document("minor", money.minor())
        .append("currency", money.currency().getCurrencyCode());
  }

  private static Money money(Document document) {
    return Money.ofMinor(document.getLong("minor"), document.getString("currency"));
  }
}
