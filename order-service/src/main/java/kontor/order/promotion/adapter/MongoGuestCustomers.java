package kontor.order.promotion.adapter;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import kontor.order.promotion.GuestCustomers;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * One document per guest who used a limited promotion, found by a hash of his address: it says by
 * which random id events name him. Without it, nobody can tell who that was.
 */
@Component
public class MongoGuestCustomers implements GuestCustomers {

  /** Of this service's database. */
  public static final String COLLECTION = "promotion-guests";

  private final MongoCollection<Document> guests;
  private final Clock clock;

  MongoGuestCustomers(MongoDatabase database, Clock clock) {
    guests = database.getCollection(COLLECTION);
    this.clock = clock;
  }

  @Override
  public String of(String normalised) {
    String key = key(normalised);
    return find(key).orElseGet(() -> add(key));
  }

  private Optional<String> find(String key) {
    return Optional.ofNullable(guests.find(Filters.eq("_id", key)).first())
        .map(stored -> stored.getString("customer"));
  }

  private String add(String key) {
    String fresh = "guest-customer:" + UUID.randomUUID();
    try {
      guests.insertOne(
          new Document("_id", key)
              .append("customer", fresh)
              .append("at", Date.from(clock.instant())));
      return fresh;
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return find(key).orElseThrow();
    }
  }

  /** The document's id: SHA-256 of the normalised address, hexadecimal. */
  public static String key(String normalised) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(normalised.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
