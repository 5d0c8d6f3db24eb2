package kontor.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.contracts.GiftCardId;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockLevelEvent;

/**
 * Audits without end: each order and SKU is judged once nothing has happened to it for a while, for
 * what is on its way looks wrong until it has arrived. An order that is final and right is given up
 * so that it takes no room, and so is one that was placed long ago. Not for several threads.
 */
public final class Watch {

  private static final Duration SWEEP = Duration.ofHours(1);

  private final Duration rest;
  private final Duration window;
  private final Ledgers ledgers = new Ledgers();
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<Object, Instant> touched = new HashMap<>();
  private final Map<Object, List<Violation>> wrong = new HashMap<>();
  private final Set<Sku> skus = new HashSet<>();
  private final Set<OrderId> judged = new HashSet<>();
  private long orders;
  private Instant nextSweep = Instant.MIN;
  private Verdict verdict = Verdict.NONE;

  /** How far the events of a stream on one topic have come. */
  private record Seen(long version, Instant when) {}

  /**
   * @param rest how long nothing must have happened before an order or SKU is judged
   * @param window orders placed longer ago are not looked at
   */
  public Watch(Duration rest, Duration window) {
    this.rest = rest;
    this.window = window;
  }

  /**
   * Takes an event from a topic; repetitions are passed over.
   *
   * @param version its position in its stream
   * @param now when it came
   */
  public void take(String topic, String stream, long version, Object event, Instant now) {
    if (event instanceof OrderPlaced placed && placed.placedAt().isBefore(now.minus(window))) {
      return;
    }
    String key = topic + "/" + stream;
    Seen last = seen.get(key);
    if (last != null && version <= last.version()) {
      return;
    }
    seen.put(key, new Seen(version, now));
    ledgers.apply(event);
    touch(event, now);
  }

  private void touch(Object event, Instant now) {
    if (event instanceof OrderEvent e) {
      touched.put(e.order(), now);
    } else if (event instanceof ReservationEvent e) {
      touched.put(e.order(), now);
    } else if (event instanceof PromotionUseEvent e) {
      touched.put(e.order(), now);
    } else if (event instanceof GiftCardEvent e) {
      touched.put(e.card(), now);
      GiftCardMoney.orderOf(e).ifPresent(order -> touched.put(order, now));
    } else if (event instanceof StockLevelEvent e) {
      touched.put(e.sku(), now);
    } else if (event instanceof StockEvent e) {
      touched.put(e.sku(), now);
      Ledgers.orderOf(e).ifPresent(order -> touched.put(order, now));
    }
  }

  /** Judges what is at rest by now. */
  public Verdict judge(Instant now) {
    Instant restful = now.minus(rest);
    Iterator<Map.Entry<Object, Instant>> each = touched.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Object, Instant> last = each.next();
      if (!last.getValue().isAfter(restful)) {
        each.remove();
        judge(last.getKey(), now.minus(window));
      }
    }
    if (now.isAfter(nextSweep)) {
      sweep(now.minus(window));
      nextSweep = now.plus(SWEEP);
    }
    List<Violation> all = new ArrayList<>();
    wrong.values().forEach(all::addAll);
    verdict = new Verdict(now, orders, skus.size(), touched.size(), all);
    return verdict;
  }

  /** What was found last. */
  public Verdict verdict() {
    return verdict;
  }

  private void judge(Object key, Instant oldest) {
    if (key instanceof Sku sku) {
      skus.add(sku);
      keep(sku, ledgers.wrong(sku));
    } else if (key instanceof GiftCardId card) {
      keep(card, ledgers.wrong(card));
    } else if (key instanceof OrderId id) {
      judge(id, oldest);
    }
  }

  private void judge(OrderId id, Instant oldest) {
    OrderAccount account = ledgers.orders().get(id);
    if (account == null) {
      return;
    }
    if (account.waitsForMoney()) {
      return; // its units are held until it is paid or ends
    }
    if (account.number() == null || account.placedBefore(oldest)) {
      giveUp(id);
      return;
    }
    List<Violation> found = ledgers.wrong(id);
    keep(id, found);
    if (judged.add(id)) {
      orders++;
    }
    if (found.isEmpty() && account.isFinal()) {
      giveUp(id);
    }
  }

  /** Nobody comes back to most old orders, so they are looked for. */
  private void sweep(Instant oldest) {
    seen.values().removeIf(stream -> stream.when().isBefore(oldest));
    List<OrderId> old = new ArrayList<>();
    ledgers
        .orders()
        .forEach(
            (id, account) -> {
              if (account.placedBefore(oldest)) {
                old.add(id);
              }
            });
    old.forEach(this::giveUp);
  }

  private void giveUp(OrderId id) {
    ledgers.forget(id);
    judged.remove(id);
    wrong.remove(id);
  }

  private void keep(Object key, List<Violation> found) {
    if (found.isEmpty()) {
      wrong.remove(key);
    } else {
      wrong.put(key, found);
    }
  }
}
