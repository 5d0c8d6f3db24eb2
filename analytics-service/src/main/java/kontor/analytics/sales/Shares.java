package kontor.analytics.sales;

import java.math.BigInteger;

/** Parts of an amount, in minor units. */
final class Shares {

  private Shares() {}

  /**
   * {@code amount × part ÷ whole}, rounded down as orders round their refunds; nothing of a whole
   * that is nothing. Taken on running sums, all parts together are exactly the amount.
   */
  static long of(long amount, long part, long whole) {
    if (whole == 0) {
      return 0;
    }
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(part))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
