package kontor.contracts.order;

import java.time.Instant;
import java.util.List;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import org.jspecify.annotations.Nullable;

/** What changes an order between its confirmation and its shipping. */
public sealed interface ChangeEvent extends OrderEvent {

  /**
   * Units that were not packed yet will not be shipped; what was held for them is free again. When
   * nothing is left of the order, {@code OrderCancelled} or {@code OrderShipped} follows.
   *
   * @param cancellation names this cancellation, so that it counts once
   * @param amount by how much less is charged for the order
   */
  @EventType("kontor.order.lines-cancelled.v1")
  record LinesCancelled(
      OrderId order,
      String cancellation,
      List<LineUnits> lines,
      Money amount,
      CancelledBy by,
      String reason,
      Instant cancelledAt)
      implements ChangeEvent {

    public LinesCancelled {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A person wants it looked at: nothing of it is packed or shipped meanwhile.
   *
   * @param by absent: somebody here
   */
  @EventType("kontor.order.put-on-hold.v1")
  record OrderPutOnHold(OrderId order, String reason, Instant heldAt, @Nullable CancelledBy by)
      implements ChangeEvent {

    /** By somebody here. */
    public OrderPutOnHold(OrderId order, String reason, Instant heldAt) {
      this(order, reason, heldAt, null);
    }
  }

  /** It goes on where it stood. */
  @EventType("kontor.order.hold-lifted.v1")
  record HoldLifted(OrderId order, Instant liftedAt) implements ChangeEvent {}
}
