package kontor.connector.repricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.contracts.Money;
import kontor.contracts.UnitCost;

/** Below which a price would cost us money, or why nobody knows. */
public sealed interface Floor {

  /**
   * @param price the lowest one that leaves the minimum margin, VAT included
   * @param how it came about, with figures
   */
  record Known(Money price, String how) implements Floor {}

  /**
   * @param why a sentence for the manager
   */
  record Unknown(String why) implements Floor {}

  /** What a unit costs and what is kept of its price. */
  record Basis(UnitCost goods, Terms terms, Percentage fee, Percentage vat) {}

  /**
   * Solves for the price with VAT: what is left of it without VAT after goods, fees, shipping and
   * expected returns is the minimum margin, or up to a cent more. Fee and margin each have a part
   * of the price and an amount; the dearer one counts, so the price has to meet both.
   */
  static Floor of(Basis basis) {
    Terms terms = basis.terms();
    BigDecimal fixed =
        BigDecimal.valueOf(basis.goods().value(), 2)
            .add(BigDecimal.valueOf(terms.fixedFee().minor()))
            .add(BigDecimal.valueOf(terms.shipping().minor()))
            .add(returns(terms));
    BigDecimal feeAmount = BigDecimal.valueOf(terms.leastFee().minor());
    BigDecimal margin = BigDecimal.valueOf(terms.marginAmount().minor());
    Percentage none = Percentage.NONE;
    Percentage part = terms.marginPercent();
    Optional<Long> cents =
        Stream.of(
                solve(fixed, basis.fee(), part, basis.vat()),
                solve(fixed.add(feeAmount), none, part, basis.vat()),
                solve(fixed.add(margin), basis.fee(), none, basis.vat()),
                solve(fixed.add(feeAmount).add(margin), none, none, basis.vat()))
            .reduce((a, b) -> a.flatMap(x -> b.map(y -> Math.max(x, y))))
            .orElseThrow();
    return cents
        .<Floor>map(c -> new Known(Money.ofMinor(Math.max(1, c), RepricingRule.EURO), how(basis)))
        .orElseGet(
            () ->
                new Unknown(
                    "No price leaves a margin of "
                        + part
                        + " after a fee of "
                        + basis.fee()
                        + " and "
                        + basis.vat()
                        + " VAT."));
  }

  /** In cents, with fractions. */
  private static BigDecimal returns(Terms terms) {
    return BigDecimal.valueOf(terms.returnCost().minor())
        .multiply(BigDecimal.valueOf(terms.returnRate().basisPoints(), 4));
  }

  /** The smallest price in cents of which so much is left; empty when parts take all of it. */
  private static Optional<Long> solve(
      BigDecimal costs, Percentage fee, Percentage margin, Percentage vat) {
    BigDecimal withVat = BigDecimal.valueOf(10_000L + vat.basisPoints(), 4);
    BigDecimal left =
        BigDecimal.valueOf(10_000L - margin.basisPoints(), 4)
            .subtract(BigDecimal.valueOf(fee.basisPoints(), 4).multiply(withVat));
    return left.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            costs.multiply(withVat).divide(left, 0, RoundingMode.CEILING).longValueExact());
  }

  private static String how(Basis basis) {
    Terms terms = basis.terms();
    return "goods %s, fee %s at least %s and %s, shipping %s, returns %s of %s, margin %s at least %s, VAT %s"
        .formatted(
            basis.goods(),
            basis.fee(),
            terms.leastFee().amount(),
            terms.fixedFee().amount(),
            terms.shipping().amount(),
            terms.returnRate(),
            terms.returnCost().amount(),
            terms.marginPercent(),
            terms.marginAmount().amount(),
            basis.vat());
  }
}
