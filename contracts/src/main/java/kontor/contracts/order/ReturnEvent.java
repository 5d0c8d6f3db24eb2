package kontor.contracts.order;

import java.time.Instant;
import java.util.List;
import kontor.contracts.EventType;
import kontor.contracts.OrderId;

/**
 * The way of goods back (RMA). It ends with {@code OrderReturned}, when they were looked at, or
 * with {@code ReturnWithdrawn}.
 */
public sealed interface ReturnEvent extends OrderEvent {

  /** The buyer is going to send these units back. */
  @EventType("kontor.order.return-announced.v1")
  record ReturnAnnounced(
      OrderId order, String rma, ReturnKind kind, List<LineUnits> lines, Instant announcedAt)
      implements ReturnEvent {

    public ReturnAnnounced {
      lines = List.copyOf(lines);
    }
  }

  /** The parcel came back; nobody has looked at the goods yet. */
  @EventType("kontor.order.return-received.v1")
  record ReturnReceived(OrderId order, String rma, Instant receivedAt) implements ReturnEvent {}

  /** The goods stay with the buyer after all, or never came. */
  @EventType("kontor.order.return-withdrawn.v1")
  record ReturnWithdrawn(OrderId order, String rma, String reason, Instant withdrawnAt)
      implements ReturnEvent {}

  /** Why goods come back. */
  enum ReturnKind {
    /** The buyer's right of withdrawal (§ 355 BGB): the shipping charge is owed back as well. */
    WITHDRAWAL,
    /** Something is wrong with the goods. */
    COMPLAINT,
    /** The shop takes them back without having to. */
    GOODWILL
  }
}
