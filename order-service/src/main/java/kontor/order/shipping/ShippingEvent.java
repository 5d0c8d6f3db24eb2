package kontor.order.shipping;

import java.time.Instant;
import kontor.contracts.EventType;
import kontor.pricing.shipping.ShippingTable;

/** What happened to the table of shipping methods. Stays inside this service. */
public sealed interface ShippingEvent {

  /** From now on this table holds. */
  @EventType("kontor.shipping.table-set.v1")
  record ShippingTableSet(ShippingTable table, Instant at) implements ShippingEvent {}
}
