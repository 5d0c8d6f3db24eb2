package kontor.order.customer.adapter;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kontor.contracts.CustomerId;
import kontor.order.customer.Customer;
import kontor.order.customer.Customers;
import kontor.platform.spring.IndexedCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One document per customer, with unique indexes on e-mail address and number. Lists are asked of
 * the store itself: an index beside it would be one more place that erasure has to reach (ADR 18).
 */
@Component
class MongoCustomers implements Customers {

  private static final long FIRST = 10_000;
  private static final String NUMBER = "number";

  private final IndexedCollection customers;
  private final MongoCollection<Document> counters;

  MongoCustomers(MongoDatabase database) {
    customers = new IndexedCollection(database.getCollection("customers"), MongoCustomers::index);
    counters = database.getCollection("counters");
  }

  private static void index(MongoCollection<Document> customers) {
    IndexOptions unique = new IndexOptions().unique(true);
    customers.createIndex(Indexes.ascending(CustomerDocuments.EMAIL_KEY), unique);
    customers.createIndex(Indexes.ascending(NUMBER), unique);
  }

  @Override
  public String nextNumber() {
    Document counter =
        counters.findOneAndUpdate(
            Filters.eq("_id", "customer-number"),
            Updates.inc("taken", 1L),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    if (counter == null) {
      throw new IllegalStateException("the store gave no customer number");
    }
    return "K" + (FIRST + counter.getLong("taken"));
  }

  @Override
  public Stored add(Customer customer) {
    return unlessTaken(
        () -> {
          customers.get().insertOne(CustomerDocuments.write(customer));
          return Stored.DONE;
        });
  }

  @Override
  public Stored replace(Customer changed) {
    Document next = CustomerDocuments.write(changed).append("version", changed.version() + 1);
    Bson seen =
        Filters.and(
            Filters.eq("_id", changed.id().value()), Filters.eq("version", changed.version()));
    return unlessTaken(
        () ->
            customers.get().replaceOne(seen, next).getMatchedCount() == 1
                ? Stored.DONE
                : Stored.OUTDATED);
  }

  private static Stored unlessTaken(java.util.function.Supplier<Stored> write) {
    try {
      return write.get();
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return Stored.EMAIL_TAKEN;
      }
      throw e;
    }
  }

  @Override
  public Optional<Customer> find(CustomerId id) {
    return first(Filters.eq("_id", id.value()));
  }

  @Override
  public Optional<Customer> byEmail(String normalised) {
    return first(Filters.eq(CustomerDocuments.EMAIL_KEY, normalised));
  }

  private Optional<Customer> first(Bson filter) {
    return Optional.ofNullable(customers.get().find(filter).first()).map(CustomerDocuments::read);
  }

  @Override
  public Page search(String words, @Nullable String cursor, int limit) {
    List<Bson> filters = new ArrayList<>();
    filters.add(Filters.gt(NUMBER, cursor == null ? "" : cursor));
    for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      filters.add(Filters.regex(CustomerDocuments.WORDS, Pattern.compile(Pattern.quote(word))));
    }
    List<Customer> found =
        customers
            .get()
            .find(Filters.and(filters))
            .sort(Sorts.ascending(NUMBER))
            .limit(limit + 1)
            .map(CustomerDocuments::read)
            .into(new ArrayList<>());
    boolean more = found.size() > limit;
    List<Customer> items = more ? found.subList(0, limit) : found;
    return new Page(List.copyOf(items), more ? items.get(limit - 1).number() : null);
  }

  @Override
  public boolean remove(CustomerId id) {
    return customers.get().deleteOne(Filters.eq("_id", id.value())).getDeletedCount() > 0;
  }
}
