package kontor.catalog.product.adapter;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kontor.catalog.product.Claims;
import kontor.catalog.product.Name;
import kontor.contracts.ProductId;
import org.bson.Document;

/**
 * One document per name, whose {@code _id} is the name. It says for which version it was claimed
 * last and by which call, so that nobody takes away what somebody else has just relied on.
 */
final class MongoClaims implements Claims {

  private static final String PRODUCT = "product";
  private static final String SINCE = "since";
  private static final String CALL = "call";

  private final MongoCollection<Document> claims;

  MongoClaims(MongoDatabase database) {
    claims = database.getCollection("claims");
  }

  @Override
  public Map<Name, ProductId> take(Set<Name> names, ProductId product, long version) {
    String call = UUID.randomUUID().toString();
    List<Name> open = new ArrayList<>(names);
    while (!open.isEmpty()) {
      open = insert(open, product, version, call);
      Map<Name, ProductId> held = holders(open);
      held.values().removeIf(product::equals);
      if (!held.isEmpty()) {
        claims.deleteMany(Filters.and(Filters.in("_id", ids(names)), Filters.eq(CALL, call)));
        return held;
      }
      open = renew(open, product, version, call);
    }
    return Map.of();
  }

  /** Returns those that somebody, perhaps this product, holds already. */
  private List<Name> insert(List<Name> names, ProductId product, long version, String call) {
    List<Document> documents =
        names.stream()
            .map(
                name ->
                    new Document("_id", id(name))
                        .append(PRODUCT, product.value())
                        .append(SINCE, version)
                        .append(CALL, call))
            .toList();
    try {
      claims.insertMany(documents, new InsertManyOptions().ordered(false));
      return List.of();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().stream().anyMatch(error -> !isDuplicate(error))) {
        throw e;
      }
      return e.getWriteErrors().stream().map(error -> names.get(error.getIndex())).toList();
    }
  }

  /** Returns those that were given back in this moment and must be inserted again. */
  private List<Name> renew(List<Name> names, ProductId product, long version, String call) {
    List<Name> gone = new ArrayList<>();
    for (Name name : names) {
      long found =
          claims
              .updateOne(
                  Filters.and(Filters.eq("_id", id(name)), Filters.eq(PRODUCT, product.value())),
                  Updates.combine(Updates.max(SINCE, version), Updates.set(CALL, call + "~")))
              .getMatchedCount();
      if (found == 0) {
        gone.add(name);
      }
    }
    return gone;
  }

  @Override
  public void release(Set<Name> names, ProductId product, long version) {
    claims.deleteMany(
        Filters.and(
            Filters.in("_id", ids(names)),
            Filters.eq(PRODUCT, product.value()),
            Filters.lt(SINCE, version)));
  }

  @Override
  public Optional<ProductId> holder(Name name) {
    return Optional.ofNullable(holders(List.of(name)).get(name));
  }

  private Map<Name, ProductId> holders(List<Name> names) {
    Map<Name, ProductId> holders = new HashMap<>();
    if (!names.isEmpty()) {
      Map<String, Name> byId = new HashMap<>();
      names.forEach(name -> byId.put(id(name), name));
      for (Document claim : claims.find(Filters.in("_id", byId.keySet()))) {
        Name name = byId.get(claim.getString("_id"));
        if (name != null) {
          holders.put(name, new ProductId(claim.getString(PRODUCT)));
        }
      }
    }
    return holders;
  }

  private static boolean isDuplicate(BulkWriteError error) {
    return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }

  private static List<String> ids(Set<Name> names) {
    return names.stream().map(MongoClaims::id).toList();
  }

  private static String id(Name name) {
    return name.kind() + "/" + name.value();
  }
}
