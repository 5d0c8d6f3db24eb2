package kontor.connector.credential.adapter;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Secrets;
import kontor.connector.credential.Credentials;
import kontor.connector.credential.Credentials.Claim;
import kontor.connector.credential.Credentials.Token;
import kontor.connector.credential.Seal;
import kontor.connector.credential.Vault;
import org.bson.Document;
import org.bson.types.Binary;

/** One document per account; secrets and token are sealed for the account, the rest is readable. */
public final class MongoVault implements Vault {

  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> credentials;
  private final Seal seal;

  public MongoVault(MongoDatabase database, Seal seal) {
    this.credentials = database.getCollection("credentials");
    this.seal = seal;
  }

  @Override
  public Optional<Credentials> find(String account) {
    return Optional.ofNullable(credentials.find(Filters.eq("_id", account)).first())
        .map(document -> read(account, document));
  }

  @Override
  public boolean store(String account, Credentials changed) {
    Document document = write(account, changed);
    if (changed.version() == 0) {
      try {
        credentials.insertOne(document);
        return true;
      } catch (MongoWriteException e) {
        if (e.getError().getCode() != DUPLICATE_KEY) {
          throw e;
        }
        return false;
      }
    }
    return credentials
            .replaceOne(
                Filters.and(
                    Filters.eq("_id", account), Filters.eq("version", changed.version() - 1)),
                document)
            .getModifiedCount()
        == 1;
  }

  private Document write(String account, Credentials changed) {
    Document secrets = new Document();
    changed.secrets().values().forEach((name, value) -> secrets.append(name, seal(account, value)));
    Document document =
        new Document("_id", account)
            .append("version", changed.version())
            .append("secrets", secrets);
    changed
        .token()
        .ifPresent(
            token ->
                document
                    .append("token", seal(account, token.value()))
                    .append("renewTokenAt", Date.from(token.renewAt())));
    changed.consentUntil().ifPresent(until -> document.append("consentUntil", Date.from(until)));
    changed
        .claim()
        .ifPresent(
            claim ->
                document
                    .append("claimedBy", claim.instance())
                    .append("claimedUntil", Date.from(claim.until())));
    return document;
  }

  private Credentials read(String account, Document document) {
    Map<String, String> secrets = new HashMap<>();
    document
        .get("secrets", Document.class)
        .forEach((name, value) -> secrets.put(name, open(account, (Binary) value)));
    return new Credentials(
        document.getLong("version"),
        new Secrets(secrets),
        Optional.ofNullable(document.get("token", Binary.class))
            .map(token -> new Token(open(account, token), instant(document, "renewTokenAt"))),
        Optional.ofNullable(document.getDate("consentUntil")).map(Date::toInstant),
        Optional.ofNullable(document.getString("claimedBy"))
            .map(by -> new Claim(by, instant(document, "claimedUntil"))));
  }

  private Binary seal(String account, String value) {
    return new Binary(seal.close(account, value));
  }

  private String open(String account, Binary sealed) {
    return seal.open(account, sealed.getData());
  }

  private static Instant instant(Document document, String field) {
    return document.getDate(field).toInstant();
  }
}
