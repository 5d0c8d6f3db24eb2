package kontor.sandbox.amazon.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/**
 * Notifications on their way to the seller's queue. Delivery is at least once and unordered, and
 * some are lost (page "Notifications API"): which ones follows from their numbers, so that a run
 * can be repeated.
 */
public final class Notices {

  /** A notification that waits in a seller's queue. */
  public record Queued(String sellerId, ObjectNode document) {}

  /** How many of a hundred are lost, and how many come twice. */
  public record Mishaps(int lost, int repeated) {

    static final Mishaps DEFAULT = new Mishaps(5, 10);
  }

  private final Table<Queued> queue;
  private final Subscriptions subscriptions;
  private final Store store;
  private volatile Mishaps mishaps = Mishaps.DEFAULT;

  public Notices(Subscriptions subscriptions, Store store) {
    this.subscriptions = subscriptions;
    this.store = store;
    this.queue = store.table("amazon-queue", Queued.class);
  }

  /** How many get lost or come twice. */
  public void use(Mishaps other) {
    mishaps = other;
  }

  /** Back to the mishaps of the start. */
  public void reset() {
    mishaps = Mishaps.DEFAULT;
  }

  /** Puts a notification into the seller's queue if there is a subscription to its type. */
  public void announce(String sellerId, String type, ObjectNode payload, Instant at) {
    subscriptions
        .find(sellerId, type)
        .ifPresent(to -> put(sellerId, Envelope.of(type, payload, to, at)));
  }

  private void put(String sellerId, ObjectNode document) {
    long number = store.next("amazon-notice");
    Random chance = new Random(number * 0x9E3779B97F4A7C15L);
    if (chance.nextInt(100) < mishaps.lost()) {
      return;
    }
    int times = chance.nextInt(100) < mishaps.repeated() ? 2 : 1;
    for (int i = 0; i < times; i++) {
      queue.put(sellerId + "|" + number + "|" + i, new Queued(sellerId, document));
    }
  }

  /** Takes all that waits for a seller, in no order that means anything. */
  public List<ObjectNode> drain(String sellerId) {
    List<Map.Entry<String, Queued>> waiting = new ArrayList<>(queue.entries());
    waiting.removeIf(entry -> !entry.getValue().sellerId().equals(sellerId));
    waiting.forEach(entry -> queue.remove(entry.getKey()));
    List<ObjectNode> documents = new ArrayList<>();
    waiting.forEach(entry -> documents.add(entry.getValue().document()));
    Collections.shuffle(documents, new Random(documents.size()));
    return documents;
  }
}
