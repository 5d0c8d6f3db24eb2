package kontor.inventory.purchasing;

import java.util.Optional;
import kontor.contracts.SupplierId;
import kontor.contracts.purchasing.SupplierEvent;
import kontor.contracts.purchasing.SupplierEvent.SupplierDescribed;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;

/** All suppliers, each a stream of his own. */
public final class Suppliers {

  public static final AggregateType<Supplier, SupplierEvent> TYPE =
      AggregateType.of("supplier", SupplierEvent.class, id -> Supplier.UNKNOWN, Supplier::evolve);

  private final Aggregates<Supplier, SupplierEvent> suppliers;

  public Suppliers(Aggregates<Supplier, SupplierEvent> suppliers) {
    this.suppliers = suppliers;
  }

  /** As stored, whatever instance changed him last. */
  public Supplier find(SupplierId id) {
    return suppliers.refresh(id.value()).state();
  }

  /**
   * Describes a supplier and returns him.
   *
   * @param seen the revision that the author has seen; empty for a new one
   * @throws PurchaseRefusedException when he has not seen the newest one
   */
  public Supplier put(SupplierDescribed wanted, Optional<Integer> seen, Origin origin) {
    return suppliers
        .update(wanted.supplier().value(), origin, supplier -> supplier.describe(wanted, seen))
        .state();
  }
}
