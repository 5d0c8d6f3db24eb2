package kontor.contracts.stock;

import java.math.BigInteger;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What some units cost when they were bought, freight and duty included, in euro: the books are
 * kept in it (§ 244 HGB).
 *
 * @param known the cost of those units whose cost is known
 * @param unknown units among them whose cost nobody knows; absent: there are none
 */
public record GoodsCost(Money known, @Nullable Quantity unknown) {

  private static final String BOOKS = "EUR";

  public GoodsCost {
    if (!known.currency().getCurrencyCode().equals(BOOKS)) {
      throw new IllegalArgumentException("the books are kept in " + BOOKS + ", not in " + known);
    }
    unknown = unknown == null || unknown.isZero() ? null : unknown;
  }

  /**
   * @param cents of the units whose cost is known
   * @param unknown units whose cost is not
   */
  public static GoodsCost ofCents(long cents, int unknown) {
    return new GoodsCost(Money.ofMinor(cents, BOOKS), new Quantity(unknown));
  }

  public long cents() {
    return known.minor();
  }

  public int unknownUnits() {
    return unknown == null ? 0 : unknown.value();
  }

  /**
   * The share of the units after {@code from} up to {@code to} of so many: all shares that follow
   * each other add up to the whole, to the cent.
   */
  public GoodsCost share(int from, int to, int units) {
    long cents = part(cents(), to, units) - part(cents(), from, units);
    long none = part(unknownUnits(), to, units) - part(unknownUnits(), from, units);
    return ofCents(cents, Math.toIntExact(none));
  }

  public GoodsCost plus(GoodsCost other) {
    return ofCents(
        Math.addExact(cents(), other.cents()), Math.addExact(unknownUnits(), other.unknownUnits()));
  }

  /** Rounded down. */
  private static long part(long whole, int units, int of) {
    return BigInteger.valueOf(whole)
        .multiply(BigInteger.valueOf(units))
        .divide(BigInteger.valueOf(of))
        .longValueExact();
  }
}
