package kontor.inventory.purchasing;

import kontor.contracts.PurchaseOrderId;
import kontor.eventstore.Origin;
import kontor.eventstore.command.Versioned;

/** The orders to all suppliers. */
public interface PurchaseOrders {

  /** As stored, whatever instance changed it last. */
  Versioned<PurchaseOrder> now(PurchaseOrderId order);

  /** At least as new as this version. */
  PurchaseOrder at(PurchaseOrderId order, long version);

  /**
   * Commits what is decided and returns what came of it.
   *
   * @throws PurchaseRefusedException when the rules do not allow it
   */
  PurchaseOrder handle(PurchaseOrderId order, PurchaseCommand command, Origin origin);
}
