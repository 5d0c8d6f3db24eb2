package kontor.pricing.rounding;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides an amount so that the parts add up to it to the cent: each part gets its share rounded
 * down, and the cents left over go to the largest remainders, the earlier part first among equals.
 */
public final class Shares {

  private Shares() {}

  /**
   * Parts in proportion to the weights. If all weights are zero, the last part takes everything. A
   * part is never larger than its weight while the total is not larger than all weights together.
   *
   * @param total not negative
   * @param weights at least one, none negative
   */
  public static List<Long> split(long total, List<Long> weights) {
    check(total, weights);
    BigInteger sum =
        weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() == 0) {
      return allToTheLast(total, weights.size());
    }
    List<Long> parts = new ArrayList<>();
    List<BigInteger> remainders = new ArrayList<>();
    for (long weight : weights) {
      BigInteger product = BigInteger.valueOf(total).multiply(BigInteger.valueOf(weight));
      BigInteger[] divided = product.divideAndRemainder(sum);
      parts.add(divided[0].longValueExact());
      remainders.add(divided[1]);
    }
    giveLeftOver(total, parts, remainders);
    return List.copyOf(parts);
  }

  private static void giveLeftOver(long total, List<Long> parts, List<BigInteger> remainders) {
    long left = total - parts.stream().mapToLong(Long::longValue).sum();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(left)
        .forEach(i -> parts.set(i, parts.get(i) + 1));
  }

  private static List<Long> allToTheLast(long total, int size) {
    return IntStream.range(0, size).mapToObj(i -> i == size - 1 ? total : 0L).toList();
  }

  private static void check(long total, List<Long> weights) {
    if (total < 0 || weights.isEmpty() || weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("cannot divide " + total + " by " + weights);
    }
  }
}
