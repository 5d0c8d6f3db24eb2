package kontor.connector.credential.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.net.URI;
import java.util.Date;
import java.util.Optional;
import kontor.connector.credential.PendingConsents;
import kontor.connector.credential.Seal;
import org.bson.Document;
import org.bson.types.Binary;

/** One document per account; the verifier is sealed for the account. */
public final class MongoConsents implements PendingConsents {

  private final MongoCollection<Document> consents;
  private final Seal seal;

  public MongoConsents(MongoDatabase database, Seal seal) {
    this.consents = database.getCollection("consents");
    this.seal = seal;
  }

  @Override
  public void put(String account, Pending pending) {
    Document document =
        new Document("_id", account)
            .append("state", pending.state())
            .append("verifier", new Binary(seal.close(account, pending.verifier())))
            .append("redirect", pending.redirect().toString())
            .append("until", Date.from(pending.until()));
    consents.replaceOne(Filters.eq("_id", account), document, new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<Pending> take(String account, String state) {
    Document taken =
        consents.findOneAndDelete(
            Filters.and(Filters.eq("_id", account), Filters.eq("state", state)));
    return Optional.ofNullable(taken)
        .map(
            document ->
                new Pending(
                    state,
                    seal.open(account, document.get("verifier", Binary.class).getData()),
                    URI.create(document.getString("redirect")),
                    document.getDate("until").toInstant()));
  }
}
