package kontor.connector.work;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance works for an account at a time. The lease is a document per time slot: only one
 * insert of it succeeds. The holder takes the next slot while its own still runs, so it keeps the
 * account as long as it lives, however long a task takes; when it dies, another has it within two
 * slots. Whoever does what must not be done twice asks once more right before.
 */
public final class AccountLease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AccountLease.class);

  private static final int DUPLICATE_KEY = 11000;
  private static final Duration SLOT = Duration.ofSeconds(8);

  private final MongoCollection<Document> leases;
  private final String account;
  private final String instance;
  private final Clock clock;
  private final Duration slot;
  private final Thread keeper;
  private long heldUntilSlot = -1;

  public AccountLease(
      MongoCollection<Document> leases, String account, String instance, Clock clock) {
    this(leases, account, instance, clock, SLOT);
  }

  /**
   * @param slot how long an instance has it before it has to prolong it; the same for all
   */
  AccountLease(
      MongoCollection<Document> leases,
      String account,
      String instance,
      Clock clock,
      Duration slot) {
    this.slot = slot;
    this.leases = leases;
    this.account = account;
    this.instance = instance;
    this.clock = clock;
    keeper = new Thread(this::keep, "lease-" + account);
    keeper.setDaemon(true);
  }

  /** From now on what is held is prolonged in the background. */
  AccountLease start() {
    keeper.start();
    return this;
  }

  private void keep() {
    try {
      while (true) {
        Thread.sleep(slot.toMillis() / 8);
        prolong();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void prolong() {
    try {
      if (heldUntilSlot >= slot()) {
        held();
      }
    } catch (MongoException away) {
      LOG.warn("{} cannot be prolonged for {}: {}", account, instance, away.toString());
    }
  }

  private long slot() {
    return clock.millis() / slot.toMillis();
  }

  @Override
  public void close() {
    keeper.interrupt();
  }

  /** Whether this instance may work now; takes or prolongs the lease where it can. */
  public synchronized boolean held() {
    long now = slot();
    boolean secondHalf = clock.millis() % slot.toMillis() > slot.toMillis() / 2;
    if (heldUntilSlot < now && take(now)) {
      heldUntilSlot = now;
    }
    if (heldUntilSlot == now && secondHalf && take(now + 1)) {
      heldUntilSlot = now + 1;
    }
    return heldUntilSlot >= now;
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
