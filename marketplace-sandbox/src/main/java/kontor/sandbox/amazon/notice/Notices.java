package kontor.sandbox.amazon.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;
import org.jspecify.annotations.Nullable;

/**
 * Notifications on their way to the seller's queue. Delivery is at least once and unordered, and
 * some are lost (page "Notifications API"): which ones follows from their numbers, so that a run
 * can be repeated.
 */
public final class Notices {

  /**
   * A notification that waits in a seller's queue.
   *
   * @param queue {@code account/name} of the queue that the subscription's destination names; none
   *     if that is no queue
   * @param hiddenUntil nobody gets it before, since somebody has it to read
   * @param receipt what that somebody takes it away by
   * @param received how often it was handed out
   */
  public record Queued(
      String sellerId,
      ObjectNode document,
      @Nullable String queue,
      @Nullable Instant hiddenUntil,
      @Nullable String receipt,
      int received) {

    Queued handedOut(Instant until, String by) {
      return new Queued(sellerId, document, queue, until, by, received + 1);
    }

    boolean waitsIn(String wanted, Instant now) {
      return wanted.equals(queue) && (hiddenUntil == null || !hiddenUntil.isAfter(now));
    }
  }

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
        .ifPresent(
            to ->
                put(
                    new Queued(
                        sellerId,
                        Envelope.of(type, payload, to, at),
                        subscriptions.queue(to).orElse(null),
                        null,
                        null,
                        0)));
  }

  private void put(Queued message) {
    long number = store.next("amazon-notice");
    Random chance = new Random(number * 0x9E3779B97F4A7C15L);
    if (chance.nextInt(100) < mishaps.lost()) {
      return;
    }
    int times = chance.nextInt(100) < mishaps.repeated() ? 2 : 1;
    for (int i = 0; i < times; i++) {
      queue.put(message.sellerId() + "|" + number + "|" + i, message);
    }
  }

  /**
   * Hands out what waits in a queue, in no order that means anything. It comes again after {@code
   * until} unless it is taken away before.
   *
   * @param queue {@code account/name}
   * @return messages by the name that each keeps until it is taken away
   */
  Map<String, Queued> receive(String queue, int most, Instant now, Instant until) {
    List<Map.Entry<String, Queued>> waiting = new ArrayList<>(this.queue.entries());
    waiting.removeIf(entry -> !entry.getValue().waitsIn(queue, now));
    Collections.shuffle(waiting, new Random(waiting.size()));
    Map<String, Queued> handedOut = new LinkedHashMap<>();
    for (Map.Entry<String, Queued> entry : waiting.subList(0, Math.min(most, waiting.size()))) {
      Queued message = entry.getValue().handedOut(until, UUID.randomUUID().toString());
      this.queue.put(entry.getKey(), message);
      handedOut.put(entry.getKey(), message);
    }
    return handedOut;
  }

  /** Takes a message away; a receipt of an earlier handing out does nothing. */
  void remove(String queue, String receipt) {
    for (Map.Entry<String, Queued> entry : this.queue.entries()) {
      Queued message = entry.getValue();
      if (queue.equals(message.queue()) && receipt.equals(message.receipt())) {
        this.queue.remove(entry.getKey());
      }
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
