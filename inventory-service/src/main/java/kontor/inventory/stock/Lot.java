package kontor.inventory.stock;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import kontor.contracts.stock.GoodsCost;

/**
 * Units of one delivery that still lie at a place. The cost is that of all of them together, so
 * that no price per unit is ever rounded.
 *
 * @param receipt the reference that they came with
 * @param cents what they cost, in euro cents; empty: nobody knows
 * @param receivedAt empty: never noted
 */
public record Lot(String receipt, int units, OptionalLong cents, Optional<Instant> receivedAt) {

  public Lot {
    if (units < 1) {
      throw new IllegalArgumentException("not a lot: " + units + " of " + receipt);
    }
  }

  static Lot unknown(String receipt, int units) {
    return new Lot(receipt, units, OptionalLong.empty(), Optional.empty());
  }

  public GoodsCost cost() {
    return cents.isPresent()
        ? GoodsCost.ofCents(cents.getAsLong(), 0)
        : GoodsCost.ofCents(0, units);
  }

  /** The units after {@code from} up to {@code to}; such parts add up to the lot. */
  Lot part(int from, int to) {
    OptionalLong share =
        cents.isPresent()
            ? OptionalLong.of(cost().share(from, to, units).cents())
            : OptionalLong.empty();
    return new Lot(receipt, to - from, share, receivedAt);
  }

  /** One lot of both, called as this one. */
  Lot plus(Lot other) {
    OptionalLong both =
        cents.isPresent()
            ? OptionalLong.of(Math.addExact(cents.getAsLong(), other.cents.orElseThrow()))
            : OptionalLong.empty();
    return new Lot(receipt, Math.addExact(units, other.units), both, receivedAt);
  }

  /** Whether the cost of both is known, or that of neither. */
  boolean joins(Lot other) {
    return cents.isPresent() == other.cents.isPresent();
  }
}
