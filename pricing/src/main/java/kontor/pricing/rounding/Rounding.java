package kontor.pricing.rounding;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Commercial rounding (DIN 1333): to the nearest cent, the half away from zero. */
public final class Rounding {

  private Rounding() {}

  /**
   * {@code amount × numerator ÷ denominator}, exact until it is rounded HALF_UP at the end.
   *
   * @throws ArithmeticException if the result does not fit into a {@code long}
   */
  public static long ratio(long amount, long numerator, long denominator) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(numerator))
        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
