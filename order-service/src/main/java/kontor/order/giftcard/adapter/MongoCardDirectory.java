package kontor.order.giftcard.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kontor.contracts.GiftCardId;
import kontor.contracts.OrderId;
import kontor.order.giftcard.CardDirectory;
import kontor.order.giftcard.GiftCardCode;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One document per code, order and card. A code's is found by the code's SHA-256: 75 random bits
 * cannot be tried out on it, so that no key has to be kept.
 */
@Component
class MongoCardDirectory implements CardDirectory {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> codes;
  private final MongoCollection<Document> orders;
  private final IndexedCollection cards;

  MongoCardDirectory(MongoDatabase database) {
    codes = database.getCollection("gift-card-codes");
    orders = database.getCollection("gift-card-orders");
    cards =
        new IndexedCollection(
            database.getCollection("gift-cards"),
            all -> all.createIndex(Indexes.descending("place")));
  }

  @Override
  public void open(GiftCardCode code, GiftCardId card) {
    put(codes, hash(code), "card", card.value());
  }

  @Override
  public void close(GiftCardCode code) {
    codes.deleteOne(Filters.eq("_id", hash(code)));
  }

  @Override
  public Optional<GiftCardId> find(GiftCardCode code) {
    return card(codes, hash(code));
  }

  @Override
  public void choose(OrderId order, GiftCardId card) {
    put(orders, order.value(), "card", card.value());
  }

  @Override
  public Optional<GiftCardId> chosen(OrderId order) {
    return card(orders, order.value());
  }

  @Override
  public void list(GiftCardId card, Instant issuedAt) {
    put(cards.get(), card.value(), "place", "%014d-%s".formatted(issuedAt.toEpochMilli(), card));
  }

  @Override
  public Page page(@Nullable String cursor, int limit) {
    Bson older = cursor == null ? Filters.empty() : Filters.lt("place", cursor);
    List<Document> found =
        cards
            .get()
            .find(older)
            .sort(Sorts.descending("place"))
            .limit(limit + 1)
            .into(new ArrayList<>());
    List<Document> fit = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        fit.stream().map(card -> new GiftCardId(card.getString("_id"))).toList(),
        found.size() > limit ? fit.get(limit - 1).getString("place") : null);
  }

  private static void put(MongoCollection<Document> into, String id, String field, String value) {
    into.replaceOne(Filters.eq("_id", id), new Document("_id", id).append(field, value), UPSERT);
  }

  private static Optional<GiftCardId> card(MongoCollection<Document> from, String id) {
    return Optional.ofNullable(from.find(Filters.eq("_id", id)).first())
        .map(found -> new GiftCardId(found.getString("card")));
  }

  private static String hash(GiftCardCode code) {
    try {
      byte[] text = code.value().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
