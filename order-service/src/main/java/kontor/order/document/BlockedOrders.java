package kontor.order.document;

import kontor.contracts.OrderId;

/** Whose buyer was erased: documents of such orders are kept for audits only (art. 18 GDPR). */
@FunctionalInterface
public interface BlockedOrders {

  boolean isBlocked(OrderId order);
}
