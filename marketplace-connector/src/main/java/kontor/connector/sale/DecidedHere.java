package kontor.connector.sale;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.sale.DueRequest.Cancel;
import kontor.connector.sale.DueRequest.PayBack;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;

/**
 * Notes of an order's events what its marketplace has to carry out. What the marketplace itself
 * cancelled or paid back is not told to it again.
 */
public final class DecidedHere {

  /** The name of the cancellation of all that is left. */
  private static final String WHOLE = "order";

  /** The provider of the orders that come from marketplaces. */
  private static final String PROVIDER = "marketplace";

  private final DueRequests requests;

  public DecidedHere(DueRequests requests) {
    this.requests = requests;
  }

  /** Taking an event again is fine. */
  public void on(OrderEvent event) {
    if (event instanceof LinesCancelled e && e.by() != CancelledBy.MARKETPLACE) {
      Map<Integer, Integer> units = new HashMap<>();
      e.lines().forEach(line -> units.merge(line.line(), line.quantity().value(), Integer::sum));
      boolean buyer = e.by() == CancelledBy.CUSTOMER;
      requests.note(
          e.order(), new Cancel(e.cancellation(), units, false, buyer, Optional.of(e.amount())));
    } else if (event instanceof OrderCancelled e && e.by() != CancelledBy.MARKETPLACE) {
      boolean buyer = e.by() == CancelledBy.CUSTOMER;
      requests.note(e.order(), new Cancel(WHOLE, Map.of(), true, buyer, Optional.empty()));
    } else if (event instanceof OrderReturned e) {
      Map<Integer, Integer> units = new HashMap<>();
      e.lines().forEach(line -> units.merge(line.line(), line.quantity().value(), Integer::sum));
      requests.noteReturn(e.order(), e.rma(), units);
    } else if (event instanceof OrderRefunded e
        && e.by() != CancelledBy.MARKETPLACE
        && e.provider().equals(PROVIDER)) {
      requests.note(
          e.order(), new PayBack(e.refund(), e.amount(), requests.returned(e.order(), e.refund())));
    }
  }
}
