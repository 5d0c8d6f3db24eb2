package kontor.inventory.purchasing;

import kontor.contracts.PurchaseOrderId;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.eventstore.command.Versioned;

/** Each order to a supplier as a stream of its own. */
public final class StoredPurchaseOrders implements PurchaseOrders {

  public static final AggregateType<PurchaseOrder, PurchaseOrderEvent> TYPE =
      AggregateType.of(
          "purchase-order",
          PurchaseOrderEvent.class,
          id -> new PurchaseOrder.Absent(new PurchaseOrderId(id)),
          PurchaseOrder::evolve);

  private final Aggregates<PurchaseOrder, PurchaseOrderEvent> orders;

  public StoredPurchaseOrders(Aggregates<PurchaseOrder, PurchaseOrderEvent> orders) {
    this.orders = orders;
  }

  @Override
  public Versioned<PurchaseOrder> now(PurchaseOrderId order) {
    return orders.refresh(order.value());
  }

  @Override
  public PurchaseOrder at(PurchaseOrderId order, long version) {
    return orders.at(order.value(), version).state();
  }

  @Override
  public PurchaseOrder handle(PurchaseOrderId order, PurchaseCommand command, Origin origin) {
    return orders
        .update(order.value(), origin, state -> PurchaseDecider.decide(command, state))
        .state();
  }
}
