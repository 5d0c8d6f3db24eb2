package kontor.sandbox.ebay;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.ebay.SoldOrder.Cancellation;
import kontor.sandbox.ebay.SoldOrder.Payment;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;
import org.jspecify.annotations.Nullable;

/** All orders, and what buyers and marketplace do with them. */
final class Orders {

  private final Table<SoldOrder> orders;
  private final Clock clock;

  Orders(Store store, Clock clock) {
    this.orders = store.table("ebay-orders", SoldOrder.class);
    this.clock = clock;
  }

  List<SoldOrder> newestFirst() {
    return orders.newestFirst();
  }

  Optional<SoldOrder> find(String orderId) {
    return orders.get(orderId);
  }

  void put(SoldOrder order) {
    orders.put(order.orderId(), order);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The buyer pays; empty if the order does not wait for it. */
  Optional<SoldOrder> pay(SoldOrder order) {
    if (order.payment() != Payment.PENDING || order.cancellation() == Cancellation.COMPLETED) {
      return Optional.empty();
    }
    return Optional.of(keep(order.pay(Payment.PAID, now())));
  }

  /**
   * A cancellation is asked for, refused or done; empty if the order does not allow it. The
   * quantity does not go back to the listing: that is the seller's to decide.
   */
  Optional<SoldOrder> cancel(SoldOrder order, Cancellation wanted, @Nullable String reason) {
    boolean ended = order.cancellation() == Cancellation.COMPLETED;
    boolean rejectsNothing =
        wanted == Cancellation.REJECTED && order.cancellation() != Cancellation.REQUESTED;
    if (ended || rejectsNothing || !order.shipments().isEmpty()) {
      return Optional.empty();
    }
    SoldOrder changed = order.cancel(wanted, reason, now());
    boolean refund = wanted == Cancellation.COMPLETED && order.payment() == Payment.PAID;
    return Optional.of(keep(refund ? changed.pay(Payment.FULLY_REFUNDED, now()) : changed));
  }

  private SoldOrder keep(SoldOrder order) {
    put(order);
    return order;
  }
}
