package kontor.sandbox.ebay;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.ebay.SoldOrder.Cancellation;
import kontor.sandbox.ebay.SoldOrder.Payment;
import kontor.sandbox.ebay.SoldOrder.Shipment;

/** A seller's orders, and what buyers and marketplace do with them. */
final class Orders {

  private final Tables tables;
  private final String seller;
  private final Cancelling cancelling;
  private final Clock clock;

  Orders(Tables tables, String seller, Cancelling cancelling, Clock clock) {
    this.tables = tables;
    this.seller = seller;
    this.cancelling = cancelling;
    this.clock = clock;
  }

  List<SoldOrder> newestFirst() {
    return tables.orders().newestFirst().stream().filter(this::mine).toList();
  }

  Optional<SoldOrder> find(String orderId) {
    return tables.orders().get(orderId).filter(this::mine);
  }

  private boolean mine(SoldOrder order) {
    return order.seller().equals(seller);
  }

  void put(SoldOrder order) {
    tables.orders().put(order.orderId(), order);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The buyer pays; empty if the order does not wait for it. */
  Optional<SoldOrder> pay(SoldOrder order) {
    if (order.payment() != Payment.PENDING || order.cancellation() == Cancellation.COMPLETED) {
      return Optional.empty();
    }
    SoldOrder paid = order.pay(Payment.PAID, now());
    put(paid);
    return Optional.of(paid);
  }

  /** Sending the goods is the answer to a buyer who wants to cancel: no. */
  void ship(SoldOrder order, Shipment shipment) {
    if (order.cancellation() == Cancellation.REQUESTED) {
      cancelling.reject(order);
    }
    put(order.ship(shipment, now()));
  }

  /** Whether eBay is ending the order. */
  boolean cancelling(SoldOrder order) {
    return cancelling
        .current(order)
        .filter(c -> c.state() == CancelCase.State.PROCESSING)
        .isPresent();
  }

  /** The wishes to cancel it, oldest first. */
  List<CancelCase> cancelCases(SoldOrder order) {
    return cancelling.of(order.orderId());
  }
}
