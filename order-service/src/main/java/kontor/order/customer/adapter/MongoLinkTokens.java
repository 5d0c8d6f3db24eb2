package kontor.order.customer.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import kontor.contracts.CustomerId;
import kontor.order.customer.LinkTokens;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** One document per link, under the hash of its token and use. */
@Component
class MongoLinkTokens implements LinkTokens {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private final MongoCollection<Document> links;
  private final Clock clock;

  MongoLinkTokens(MongoDatabase database, Clock clock) {
    links = database.getCollection("customer-links");
    this.clock = clock;
  }

  @Override
  public String create(CustomerId customer, Use use, Instant expiresAt) {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    links.insertOne(
        new Document("_id", key(token, use))
            .append("customer", customer.value())
            .append("expiresAt", Date.from(expiresAt)));
    return token;
  }

  @Override
  public Optional<CustomerId> find(String token, Use use, Instant now) {
    return owner(links.find(valid(token, use, now)).first());
  }

  @Override
  public Optional<CustomerId> take(String token, Use use, Instant now) {
    return owner(links.findOneAndDelete(valid(token, use, now)));
  }

  @Override
  public void forget(CustomerId customer) {
    links.deleteMany(Filters.eq("customer", customer.value()));
  }

  private static Bson valid(String token, Use use, Instant now) {
    return Filters.and(Filters.eq("_id", key(token, use)), Filters.gt("expiresAt", Date.from(now)));
  }

  private static Optional<CustomerId> owner(@Nullable Document link) {
    return Optional.ofNullable(link).map(found -> new CustomerId(found.getString("customer")));
  }

  private static String key(String token, Use use) {
    return Digest.of(use + " " + token);
  }

  @Scheduled(fixedDelayString = "1h")
  void sweep() {
    links.deleteMany(Filters.lt("expiresAt", Date.from(clock.instant())));
  }
}
