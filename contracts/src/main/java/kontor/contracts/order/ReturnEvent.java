package kontor.contracts.order;

import java.time.Instant;
import java.util.List;
import kontor.contracts.EventType;
import kontor.contracts.OrderId;

/**
 * The way of goods back (RMA). It ends with {@code OrderReturned}, when they were looked at, or
 * with {@code ReturnWithdrawn}. Instead of money, other goods may follow.
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

  /**
   * The buyer gets other goods for what came back: another order that is paid already.
   *
   * @param lines of that order: each total is what its units are worth in this exchange, VAT
   *     included
   */
  @EventType("kontor.order.return-exchanged.v1")
  record ReturnExchanged(
      OrderId order, String rma, OrderId replacement, List<OrderLine> lines, Instant exchangedAt)
      implements ReturnEvent {

    public ReturnExchanged {
      lines = List.copyOf(lines);
    }
  }

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
