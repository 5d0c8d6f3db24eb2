package kontor.order.lifecycle.adapter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import kontor.order.lifecycle.OrderNumbers;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Takes numbers from the store in blocks, so that an order does not wait for its number. What is
 * left of a block at a stop is a gap; two instances have different blocks.
 */
@Component
class MongoOrderNumbers implements OrderNumbers {

  private static final long FIRST = 1000;
  private static final int BLOCK = 50;

  private final MongoCollection<Document> counters;
  private long next;
  private long end;

  MongoOrderNumbers(MongoDatabase database) {
    counters = database.getCollection("counters");
  }

  @Override
  public synchronized String next() {
    if (next == end) {
      Document counter =
          counters.findOneAndUpdate(
              Filters.eq("_id", "order-number"),
              Updates.inc("taken", (long) BLOCK),
              new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
      if (counter == null) {
        throw new IllegalStateException("the store gave no order numbers");
      }
      end = FIRST + counter.getLong("taken");
      next = end - BLOCK;
    }
    return Long.toString(next++);
  }
}
