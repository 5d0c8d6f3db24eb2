package kontor.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kontor.gateway.GatewaySettings;
import kontor.gateway.identity.Credential.Kind;
import org.bson.Document;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sessions and API keys, shared by all instances of the gateway. One that is taken back works for
 * five more seconds at most on another instance, which remembers what it has looked up. Calls
 * block.
 */
@Component
class Credentials implements DisposableBean {

  private static final String KEYS = "api-keys";

  /** Begins the register of a customer's sessions; the subject follows. */
  private static final String SESSIONS = "sessions ";

  private final MongoClient client;
  private final MongoCollection<Document> documents;
  private final Cache<String, Optional<Credential>> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(5)).build();

  Credentials(GatewaySettings settings) {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.mongodbUri()))
                .applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .build());
    MongoDatabase database = client.getDatabase("kontor_gateway");
    documents = database.getCollection("credentials");
  }

  /** The credential of this secret, if it was looked up in the last seconds. */
  Optional<Optional<Credential>> remembered(String secret) {
    return Optional.ofNullable(known.getIfPresent(Secrets.hash(secret)));
  }

  Optional<Credential> find(String secret) {
    return known.get(
        Secrets.hash(secret),
        id -> Optional.ofNullable(documents.find(Filters.eq("_id", id)).first()).map(this::read));
  }

  /** Keeps it and returns its secret, which is shown once. */
  String create(Kind kind, String subject, String name, Instant expiresAt) {
    String secret = (kind == Kind.API_KEY ? "kontor_" : "") + Secrets.create();
    documents.insertOne(
        new Document("_id", Secrets.hash(secret))
            .append("kind", kind.name())
            .append("subject", subject)
            .append("name", name)
            .append("expiresAt", Date.from(expiresAt)));
    if (kind == Kind.API_KEY) {
      documents.updateOne(
          Filters.eq("_id", KEYS),
          Updates.addToSet("ids", Secrets.hash(secret)),
          new UpdateOptions().upsert(true));
    }
    return secret;
  }

  /**
   * Begins a customer's session and returns its secret. It is listed before it is there: a crash in
   * between leaves an entry that stands for nothing, and no session that could not be found. It is
   * listed again afterwards, should the empty entry have been tidied away meanwhile.
   *
   * @param epoch counts up with each change of the password
   */
  String begin(String subject, long epoch, Instant expiresAt) {
    String secret = Secrets.create();
    String id = Secrets.hash(secret);
    list(subject, id);
    documents.insertOne(
        new Document("_id", id)
            .append("kind", Kind.CUSTOMER_SESSION.name())
            .append("subject", subject)
            .append("name", "customer")
            .append("epoch", epoch)
            .append("expiresAt", Date.from(expiresAt)));
    list(subject, id);
    return secret;
  }

  private void list(String subject, String session) {
    documents.updateOne(
        Filters.eq("_id", SESSIONS + subject),
        Updates.addToSet("ids", session),
        new UpdateOptions().upsert(true));
  }

  /** Ends the customer's sessions of earlier epochs, and forgets those whose time was over. */
  void endSessions(String subject, long epoch, Instant now) {
    Document register = documents.find(Filters.eq("_id", SESSIONS + subject)).first();
    if (register == null) {
      return;
    }
    List<String> ids = register.getList("ids", String.class);
    List<String> ended = new ArrayList<>(ids);
    documents
        .find(Filters.in("_id", ids))
        .forEach(
            session -> {
              if (session.getLong("epoch") >= epoch && read(session).isValidAt(now)) {
                ended.remove(session.getString("_id"));
              }
            });
    if (ended.isEmpty()) {
      return;
    }
    documents.deleteMany(Filters.in("_id", ended));
    documents.updateOne(Filters.eq("_id", SESSIONS + subject), Updates.pullAll("ids", ended));
    ended.forEach(known::invalidate);
  }

  List<Credential> apiKeys() {
    Document register = documents.find(Filters.eq("_id", KEYS)).first();
    List<Credential> keys = new ArrayList<>();
    if (register != null) {
      documents
          .find(Filters.in("_id", register.getList("ids", String.class)))
          .map(this::read)
          .into(keys);
    }
    return keys;
  }

  /** Whether there was one. */
  boolean revoke(String id) {
    documents.updateOne(Filters.eq("_id", KEYS), Updates.pull("ids", id));
    known.invalidate(id);
    return documents.deleteOne(Filters.eq("_id", id)).getDeletedCount() > 0;
  }

  private Credential read(Document document) {
    Date expires = document.getDate("expiresAt");
    return new Credential(
        document.getString("_id"),
        Kind.valueOf(document.getString("kind")),
        document.getString("subject"),
        document.getString("name"),
        expires == null ? null : expires.toInstant());
  }

  @Override
  public void destroy() {
    client.close();
  }
}
