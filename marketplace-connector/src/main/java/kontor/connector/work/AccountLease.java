package kontor.connector.work;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/**
 * One instance works for an account at a time. The lease is a document per time slot: only one
 * insert of it succeeds. The holder takes the next slot while its own still runs, so it keeps the
 * account as long as it lives; when it dies, another has it within two slots.
 */
public final class AccountLease {

  private static final int DUPLICATE_KEY = 11000;
  private static final Duration SLOT = Duration.ofSeconds(8);

  private final MongoCollection<Document> leases;
  private final String account;
  private final String instance;
  private final Clock clock;
  private long heldUntilSlot = -1;

  public AccountLease(
      MongoCollection<Document> leases, String account, String instance, Clock clock) {
    this.leases = leases;
    this.account = account;
    this.instance = instance;
    this.clock = clock;
  }

  /** Whether this instance may work now; takes or prolongs the lease where it can. */
  public synchronized boolean held() {
    long slot = clock.millis() / SLOT.toMillis();
    boolean secondHalf = clock.millis() % SLOT.toMillis() > SLOT.toMillis() / 2;
    if (heldUntilSlot < slot && take(slot)) {
      heldUntilSlot = slot;
    }
    if (heldUntilSlot == slot && secondHalf && take(slot + 1)) {
      heldUntilSlot = slot + 1;
    }
    return heldUntilSlot >= slot;
  }

  private boolean take(long slot) {
    try {
      leases.insertOne(new Document("_id", id(slot)).append("holder", instance));
      leases.deleteMany(Filters.in("_id", List.of(id(slot - 3), id(slot - 4))));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
  }

  private String id(long slot) {
    return account + "/" + slot;
  }
}
