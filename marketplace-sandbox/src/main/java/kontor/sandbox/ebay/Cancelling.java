package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.CancelCase.By;
import kontor.sandbox.ebay.CancelCase.State;
import kontor.sandbox.ebay.SoldOrder.Cancellation;
import kontor.sandbox.ebay.SoldOrder.Payment;
import kontor.sandbox.state.Agenda;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;

/**
 * How orders end before they are shipped. The quantity does not go back to the listing: that is the
 * seller's to push.
 */
final class Cancelling {

  private static final String TASK = "ebay-cancel";

  /** How long eBay takes to pay back and to end the order. */
  private static final Duration TAKES = Duration.ofMinutes(1);

  private final Tables tables;
  private final Agenda agenda;
  private final Store store;
  private final TimeScale scale;
  private final Clock clock;

  Cancelling(Tables tables, Agenda agenda, Store store, TimeScale scale, Clock clock) {
    this.tables = tables;
    this.agenda = agenda;
    this.store = store;
    this.scale = scale;
    this.clock = clock;
    agenda.assign(TASK, (at, body) -> granted(body.get("cancelId").asText(), at));
  }

  /** The cancellations of an order, oldest first. */
  List<CancelCase> of(String orderId) {
    return tables.cancellations().all().stream()
        .filter(one -> one.orderId().equals(orderId))
        .toList();
  }

  Optional<CancelCase> find(String cancelId) {
    return tables.cancellations().get(cancelId);
  }

  /** The one that came last. */
  Optional<CancelCase> current(SoldOrder order) {
    List<CancelCase> all = of(order.orderId());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  boolean eligible(SoldOrder order) {
    return order.shipments().isEmpty()
        && order.cancellation() != Cancellation.COMPLETED
        && current(order).filter(CancelCase::open).isEmpty();
  }

  /** A buyer asks; a seller's own is granted by being asked for. */
  CancelCase ask(SoldOrder order, By by, String reason) {
    Instant now = now();
    String id = Long.toString(5_000_000_000L + store.next("ebay-cancellation"));
    CancelCase asked = new CancelCase(id, order.orderId(), by, reason, now, State.REQUESTED, null);
    put(asked);
    put(order.cancel(Cancellation.REQUESTED, reason, now));
    return by == By.SELLER ? approve(asked) : asked;
  }

  CancelCase approve(CancelCase asked) {
    CancelCase granted = asked.to(State.PROCESSING, now());
    put(granted);
    ObjectNode task = Json.object().put("cancelId", asked.cancelId());
    agenda.add(TASK, now().plus(scale.shorten(TAKES)), task);
    return granted;
  }

  /** The seller says no. */
  SoldOrder reject(SoldOrder order) {
    return end(order, State.REJECTED, Cancellation.REJECTED);
  }

  /** The buyer wants it after all. */
  SoldOrder withdraw(SoldOrder order) {
    return end(order, State.WITHDRAWN, Cancellation.NONE);
  }

  private SoldOrder end(SoldOrder order, State state, Cancellation to) {
    current(order).ifPresent(one -> put(one.to(state, now())));
    SoldOrder ended =
        order.cancel(to, to == Cancellation.NONE ? null : order.cancelReason(), now());
    put(ended);
    return ended;
  }

  /** Ends the order at once. */
  SoldOrder complete(SoldOrder order, String reason) {
    Optional<CancelCase> open = current(order).filter(CancelCase::open);
    CancelCase ending = open.orElseGet(() -> ask(order, By.BUYER, reason));
    return complete(ending.cancelId(), now());
  }

  private void granted(String cancelId, Instant at) {
    if (find(cancelId).filter(one -> one.state() == State.PROCESSING).isPresent()) {
      complete(cancelId, at);
    }
  }

  private SoldOrder complete(String cancelId, Instant at) {
    CancelCase ending = find(cancelId).orElseThrow();
    SoldOrder order = tables.orders().get(ending.orderId()).orElseThrow();
    if (ending.state() == State.COMPLETED) {
      return order;
    }
    put(ending.to(State.COMPLETED, at));
    SoldOrder ended = order.cancel(Cancellation.COMPLETED, ending.reason(), at);
    if (order.payment() != Payment.PENDING && order.left().positive()) {
      ended = paidBack(ended, at);
    }
    put(ended);
    return ended;
  }

  private SoldOrder paidBack(SoldOrder order, Instant at) {
    AfterSale.Refund all =
        new AfterSale.Refund(
            Long.toString(5_900_000_000L + store.next("ebay-refund")),
            at,
            AfterSale.Status.REFUNDED,
            "BUYER_CANCEL",
            "",
            order.left(),
            List.of());
    return order.pay(Payment.FULLY_REFUNDED, at).with(order.after().with(all), at);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void put(SoldOrder order) {
    tables.orders().put(order.orderId(), order);
  }

  private void put(CancelCase one) {
    tables.cancellations().put(one.cancelId(), one);
  }
}
