package kontor.inventory.stock;

import kontor.contracts.Quantity;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What one order holds of a SKU.
 *
 * @param quantity units that are still held
 * @param counted references of the parcels and cancellations that took units off
 */
public record Hold(Quantity quantity, PSet<String> counted) {

  public static Hold of(Quantity quantity) {
    return new Hold(quantity, HashTreePSet.empty());
  }

  /** Of so many units, those that are held; none for what was counted before. */
  Quantity taken(Quantity wanted, String reference) {
    return counted.contains(reference) ? Quantity.ZERO : atMost(wanted);
  }

  /** No more than are held. */
  Quantity atMost(Quantity wanted) {
    return wanted.compareTo(quantity) < 0 ? wanted : quantity;
  }

  Hold less(Quantity taken, @Nullable String reference) {
    return new Hold(quantity.minus(taken), reference == null ? counted : counted.plus(reference));
  }
}
