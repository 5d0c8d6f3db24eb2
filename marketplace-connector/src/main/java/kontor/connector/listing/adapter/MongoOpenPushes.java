package kontor.connector.listing.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.connector.channel.Account;
import kontor.connector.listing.OpenPushes;
import kontor.contracts.Sku;
import org.bson.Document;

/** One document per account. */
public final class MongoOpenPushes implements OpenPushes {

  private static final String SKUS = "skus";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> pushes;

  public MongoOpenPushes(MongoDatabase database) {
    this.pushes = database.getCollection("open-pushes");
  }

  @Override
  public Set<Sku> of(Account account) {
    Document known = pushes.find(Filters.eq("_id", account.key())).first();
    List<String> skus = known == null ? List.of() : known.getList(SKUS, String.class);
    return skus.stream().map(Sku::new).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void note(Account account, Collection<Sku> skus) {
    List<String> values = skus.stream().map(Sku::value).toList();
    Document all = new Document("_id", account.key()).append(SKUS, values);
    pushes.replaceOne(Filters.eq("_id", account.key()), all, UPSERT);
  }
}
