package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.AfterSale.Status;
import kontor.sandbox.ebay.SoldOrder.Payment;
import kontor.sandbox.state.Agenda;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.TimeScale;

/** How money arrives at the buyer: some time after eBay has taken note of the refund. */
final class Settling {

  private static final String TASK = "ebay-refund";
  private static final Duration TAKES = Duration.ofMinutes(2);
  private static final String FAILURES = "ebay-refund-failures";

  private final Tables tables;
  private final Agenda agenda;
  private final Store store;
  private final TimeScale scale;
  private final Clock clock;

  Settling(Tables tables, Agenda agenda, Store store, TimeScale scale, Clock clock) {
    this.tables = tables;
    this.agenda = agenda;
    this.store = store;
    this.scale = scale;
    this.clock = clock;
    agenda.assign(
        TASK,
        (at, body) -> settle(body.get("orderId").asText(), body.get("refundId").asText(), at));
  }

  void later(String orderId, String refundId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ObjectNode task = Json.object().put("orderId", orderId).put("refundId", refundId);
    agenda.add(TASK, now.plus(scale.shorten(TAKES)), task);
  }

  /** Lets the next refunds fail instead of arriving. */
  void fail(int times) {
    store.counter(FAILURES, times);
  }

  private void settle(String orderId, String refundId, Instant at) {
    SoldOrder order = tables.orders().get(orderId).orElseThrow();
    Status status = status();
    for (AfterSale.Refund refund : order.after().refunds()) {
      if (refund.refundId().equals(refundId)) {
        SoldOrder settled = order.with(order.after().with(refund.settled(at, status)), at);
        Payment payment =
            settled.left().positive() ? Payment.PARTIALLY_REFUNDED : Payment.FULLY_REFUNDED;
        tables
            .orders()
            .put(orderId, status == Status.REFUNDED ? settled.pay(payment, at) : settled);
      }
    }
  }

  private Status status() {
    long failures = store.counter(FAILURES);
    if (failures == 0) {
      return Status.REFUNDED;
    }
    store.counter(FAILURES, failures - 1);
    return Status.FAILED;
  }
}
