package kontor.order.privacy;

import java.time.Instant;
import java.util.List;
import kontor.contracts.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A request for erasure and how far it got. It names nobody: a subject is opaque.
 *
 * @param subject {@code customer:<id>}, or {@code order:<id>} for the contact of one order
 * @param waiting orders that still need their contact, as of the last pass
 * @param erased orders whose contact is gone
 * @param doneAt when nothing was left to erase
 */
public record Erasure(
    String subject,
    Instant requestedAt,
    List<OrderId> waiting,
    List<OrderId> erased,
    @Nullable Instant doneAt) {

  private static final String ORDER = "order:";

  public Erasure {
    waiting = List.copyOf(waiting);
    erased = List.copyOf(erased);
  }

  static String of(OrderId order) {
    return ORDER + order;
  }

  boolean ofOneOrder() {
    return subject.startsWith(ORDER);
  }

  /** The order, of an erasure for one. */
  OrderId order() {
    return new OrderId(subject.substring(ORDER.length()));
  }
}
