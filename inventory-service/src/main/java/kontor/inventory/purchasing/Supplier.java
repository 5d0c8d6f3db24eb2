package kontor.inventory.purchasing;

import java.util.List;
import java.util.Optional;
import kontor.contracts.purchasing.SupplierEvent;
import kontor.contracts.purchasing.SupplierEvent.SupplierDescribed;
import kontor.inventory.purchasing.PurchaseRefusedException.Reason;

/**
 * Whom we buy from.
 *
 * @param described empty before the first time
 * @param revision how often he was described
 */
public record Supplier(Optional<SupplierDescribed> described, int revision) {

  static final Supplier UNKNOWN = new Supplier(Optional.empty(), 0);

  /** Never refuses: it happened. */
  Supplier evolve(SupplierEvent event) {
    if (event instanceof SupplierDescribed e) {
      return new Supplier(Optional.of(e), revision + 1);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  /**
   * Describes him anew or for the first time.
   *
   * @param seen the revision that the author has seen; empty for a supplier who is new to him
   * @throws PurchaseRefusedException when he has not seen the newest one
   */
  List<SupplierEvent> describe(SupplierDescribed wanted, Optional<Integer> seen) {
    if (described.isPresent() && seen.isEmpty()) {
      throw new PurchaseRefusedException(Reason.UNSEEN, "If-Match", "there is such a supplier");
    }
    if (seen.isPresent() && seen.get() != revision) {
      throw new PurchaseRefusedException(Reason.OUTDATED, "If-Match", "described meanwhile");
    }
    return described.equals(Optional.of(wanted)) ? List.of() : List.of(wanted);
  }
}
