package kontor.inventory.purchasing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import kontor.contracts.purchasing.PurchaseOrderEvent.LandedCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.Spread;

/** Spreads landed costs over lines by largest remainder, so that every cent lies in one of them. */
final class LandedShares {

  private LandedShares() {}

  /**
   * Cents per line, in the order of the lines.
   *
   * @param units of each line that share
   */
  static long[] of(List<LandedCost> costs, List<PurchaseLine> lines, List<Integer> units) {
    long[] shares = new long[lines.size()];
    for (LandedCost cost : costs) {
      long[] part = spread(cost.amount().minor(), weights(cost.spread(), lines, units));
      Arrays.setAll(shares, i -> Math.addExact(shares[i], part[i]));
    }
    return shares;
  }

  /** Where nothing has a value or a weight, units count. */
  private static List<BigInteger> weights(
      Spread spread, List<PurchaseLine> lines, List<Integer> units) {
    List<BigInteger> weights = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      weights.add(BigInteger.valueOf(each(spread, lines.get(i))).multiply(big(units.get(i))));
    }
    boolean none = weights.stream().allMatch(weight -> weight.signum() == 0);
    return none ? units.stream().map(LandedShares::big).toList() : weights;
  }

  private static long each(Spread spread, PurchaseLine line) {
    return switch (spread) {
      case VALUE -> line.unitCost().value();
      case WEIGHT -> line.grams() == null ? 0 : line.grams();
      case QUANTITY -> 1;
    };
  }

  private static BigInteger big(int units) {
    return BigInteger.valueOf(units);
  }

  /** Cents that are left over go to the largest remainders; among equal ones to the first. */
  private static long[] spread(long cents, List<BigInteger> weights) {
    BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    long[] shares = new long[weights.size()];
    List<Integer> order = new ArrayList<>();
    List<BigInteger> remainders = new ArrayList<>();
    long left = cents;
    for (int i = 0; i < shares.length; i++) {
      BigInteger[] parts =
          BigInteger.valueOf(cents).multiply(weights.get(i)).divideAndRemainder(sum);
      shares[i] = parts[0].longValueExact();
      left -= shares[i];
      remainders.add(parts[1]);
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> remainders.get(i)).reversed());
    for (int i = 0; i < left; i++) {
      shares[order.get(i)]++;
    }
    return shares;
  }
}
