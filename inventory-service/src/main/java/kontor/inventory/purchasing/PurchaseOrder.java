package kontor.inventory.purchasing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLineShortClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderCancelled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderRescheduled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderSent;
import kontor.inventory.purchasing.PurchaseCommand.Rate;

/** Where an order to a supplier stands. */
public sealed interface PurchaseOrder {

  /** There is no such order. */
  record Absent(PurchaseOrderId id) implements PurchaseOrder {}

  /**
   * The supplier does not have it yet.
   *
   * @param revision how often it was written
   */
  record Draft(PurchaseOrderDrafted content, int revision) implements PurchaseOrder {}

  /**
   * The supplier has it.
   *
   * @param received units by line
   * @param shortClosed lines of which nothing more will come, and the units that are missing
   * @param receipts what arrived, by the name of the delivery
   */
  record Sent(
      PurchaseOrderDrafted content,
      Rate rate,
      Optional<LocalDate> expectedOn,
      Map<Integer, Integer> received,
      Map<Integer, Integer> shortClosed,
      Map<String, GoodsReceived> receipts)
      implements PurchaseOrder {

    public Sent {
      received = Map.copyOf(received);
      shortClosed = Map.copyOf(shortClosed);
      receipts = Map.copyOf(receipts);
    }

    public int received(int line) {
      return received.getOrDefault(line, 0);
    }

    /** Units that are still to come. */
    public int open(PurchaseLine line) {
      return shortClosed.containsKey(line.line())
          ? 0
          : Math.max(0, line.quantity().value() - received(line.line()));
    }

    Optional<PurchaseLine> line(int number) {
      return content.lines().stream().filter(line -> line.line() == number).findFirst();
    }

    private Sent until(LocalDate day) {
      return new Sent(content, rate, Optional.of(day), received, shortClosed, receipts);
    }

    Sent with(GoodsReceived e) {
      Map<Integer, Integer> now = new HashMap<>(received);
      e.goods().forEach(goods -> now.merge(goods.line(), goods.quantity().value(), Integer::sum));
      Map<String, GoodsReceived> all = new HashMap<>(receipts);
      all.put(e.receipt(), e);
      return new Sent(content, rate, expectedOn, now, shortClosed, all);
    }

    Sent with(PurchaseLineShortClosed e) {
      Map<Integer, Integer> now = new HashMap<>(shortClosed);
      now.put(e.line(), e.missing().value());
      return new Sent(content, rate, expectedOn, received, now, receipts);
    }
  }

  /**
   * Nothing of it is open.
   *
   * @param last how it stood; empty when the supplier never had it
   */
  record Ended(PurchaseOrderDrafted content, Optional<Sent> last, boolean cancelled)
      implements PurchaseOrder {}

  /** Never refuses: it happened. */
  static PurchaseOrder evolve(PurchaseOrder state, PurchaseOrderEvent event) {
    if (event instanceof PurchaseOrderDrafted e) {
      return new Draft(e, state instanceof Draft draft ? draft.revision() + 1 : 1);
    }
    if (event instanceof PurchaseOrderSent e && state instanceof Draft draft) {
      Optional<LocalDate> day = Optional.ofNullable(e.expectedOn());
      Rate rate = new Rate(e.rate(), e.rateOn());
      return new Sent(draft.content(), rate, day, Map.of(), Map.of(), Map.of());
    }
    if (event instanceof PurchaseOrderCancelled && state instanceof Draft draft) {
      return new Ended(draft.content(), Optional.empty(), true);
    }
    return state instanceof Sent sent ? evolve(sent, event) : state;
  }

  private static PurchaseOrder evolve(Sent sent, PurchaseOrderEvent event) {
    if (event instanceof PurchaseOrderRescheduled e) {
      return sent.until(e.expectedOn());
    }
    if (event instanceof GoodsReceived e) {
      return sent.with(e);
    }
    if (event instanceof PurchaseLineShortClosed e) {
      return sent.with(e);
    }
    if (event instanceof PurchaseOrderClosed || event instanceof PurchaseOrderCancelled) {
      boolean cancelled = event instanceof PurchaseOrderCancelled;
      return new Ended(sent.content(), Optional.of(sent), cancelled);
    }
    return sent;
  }

  /** What was written; empty for an order that is not there. */
  default Optional<PurchaseOrderDrafted> written() {
    if (this instanceof Draft draft) {
      return Optional.of(draft.content());
    }
    if (this instanceof Sent sent) {
      return Optional.of(sent.content());
    }
    return this instanceof Ended ended ? Optional.of(ended.content()) : Optional.empty();
  }

  /** How far it came at the supplier; empty when he never had it. */
  default Optional<Sent> progress() {
    if (this instanceof Sent sent) {
      return Optional.of(sent);
    }
    return this instanceof Ended ended ? ended.last() : Optional.empty();
  }

  /** Its lines; none of an order that is not there. */
  default List<PurchaseLine> lines() {
    return written().map(PurchaseOrderDrafted::lines).orElse(List.of());
  }
}
