package kontor.connector.repricing.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.CompetitorOffers.Competition;
import kontor.connector.channel.CompetitorOffers.CompetitorOffer;
import kontor.connector.repricing.Pictures;
import kontor.connector.repricing.PriceKey;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** One document per account and article. */
@Component
class MongoPictures implements Pictures {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> pictures;
  private final Clock clock;

  MongoPictures(MongoDatabase database, Clock clock) {
    pictures = database.getCollection("competitor-offers");
    this.clock = clock;
  }

  @Override
  public void put(Account account, Collection<Competition> seen) {
    if (!seen.isEmpty()) {
      pictures.bulkWrite(seen.stream().map(one -> update(account, one)).toList());
    }
  }

  private static UpdateOneModel<Document> update(Account account, Competition seen) {
    return new UpdateOneModel<>(
        Filters.eq("_id", PriceKey.of(account, seen.sku()).id()),
        Updates.combine(
            Updates.set("sku", seen.sku().value()),
            Updates.set("seenAt", Date.from(seen.seenAt())),
            Updates.set("count", seen.count()),
            Updates.set("offers", seen.offers().stream().map(MongoPictures::document).toList())),
        UPSERT);
  }

  @Override
  public Map<Sku, Competition> find(Account account, Collection<Sku> skus) {
    List<String> ids = skus.stream().map(sku -> PriceKey.of(account, sku).id()).toList();
    Map<Sku, Competition> found = new HashMap<>();
    pictures
        .find(Filters.in("_id", ids))
        .forEach(document -> read(document).ifPresent(one -> found.put(one.sku(), one)));
    return found;
  }

  @Override
  public void note(Account account, Sku sku, List<String> reasons) {
    pictures.updateOne(
        Filters.eq("_id", PriceKey.of(account, sku).id()),
        Updates.combine(
            Updates.set("reasons", reasons),
            Updates.set("reasonsSince", Date.from(clock.instant()))),
        UPSERT);
  }

  @Override
  public Optional<Noted> noted(Account account, Sku sku) {
    return Optional.ofNullable(
            pictures.find(Filters.eq("_id", PriceKey.of(account, sku).id())).first())
        .filter(document -> document.containsKey("reasons"))
        .map(
            document ->
                new Noted(
                    document.getList("reasons", String.class),
                    document.getDate("reasonsSince").toInstant()));
  }

  /** Empty where reasons were noted before anybody looked. */
  private static Optional<Competition> read(Document document) {
    Date seenAt = document.getDate("seenAt");
    return seenAt == null
        ? Optional.empty()
        : Optional.of(
            new Competition(
                new Sku(document.getString("sku")),
                document.getList("offers", Document.class).stream()
                    .map(MongoPictures::offer)
                    .toList(),
                document.getInteger("count"),
                seenAt.toInstant()));
  }

  private static Document document(CompetitorOffer offer) {
    return new Document("seller", offer.seller())
        .append("ours", offer.ours())
        .append("price", offer.price().minor())
        .append("shipping", offer.shipping().minor())
        .append("currency", offer.price().currency().getCurrencyCode())
        .append("featured", offer.featured());
  }

  private static CompetitorOffer offer(Document document) {
    String currency = document.getString("currency");
    return new CompetitorOffer(
        document.getString("seller"),
        document.getBoolean("ours"),
        Money.ofMinor(document.getLong("price"), currency),
        Money.ofMinor(document.getLong("shipping"), currency),
        document.getBoolean("featured"));
  }
}
