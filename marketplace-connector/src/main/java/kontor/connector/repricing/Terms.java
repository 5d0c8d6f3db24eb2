package kontor.connector.repricing;

import kontor.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a sale on an account costs besides the goods, and what is to be left of it. Amounts are in
 * euro without VAT, each for one unit.
 *
 * @param fee what the channel keeps, of what the buyer pays with VAT; absent: as it was in the last
 *     settlements
 * @param fixedFee what it keeps besides
 * @param leastFee it keeps at least so much of a unit, the fixed fee not counted
 * @param shipping what a parcel costs us
 * @param returnRate how many of a hundred units come back
 * @param returnCost what one that comes back costs: carriage, work, loss of value
 * @param marginPercent at least so much of the price without VAT is to be left
 * @param marginAmount at least so much is to be left
 */
public record Terms(
    @Nullable Percentage fee,
    Money fixedFee,
    Money leastFee,
    Money shipping,
    Percentage returnRate,
    Money returnCost,
    Percentage marginPercent,
    Money marginAmount) {

  private static final Money NOTHING = Money.ofMinor(0, RepricingRule.EURO);

  /** Nothing is known but what settlements say. */
  public static final Terms NONE =
      new Terms(
          null, NOTHING, NOTHING, NOTHING, Percentage.NONE, NOTHING, Percentage.NONE, NOTHING);

  public Terms {
    part("fee", fee == null ? Percentage.NONE : fee);
    part("returnRate", returnRate);
    part("marginPercent", marginPercent);
    amount("fixedFee", fixedFee);
    amount("leastFee", leastFee);
    amount("shipping", shipping);
    amount("returnCost", returnCost);
    amount("marginAmount", marginAmount);
  }

  private static void part(String field, Percentage value) {
    if (value.isNegative()) {
      throw new FieldException(field, "must not be negative");
    }
  }

  private static void amount(String field, Money value) {
    if (!value.currency().getCurrencyCode().equals(RepricingRule.EURO)) {
      throw new FieldException(field, "must be in " + RepricingRule.EURO);
    }
    if (value.isNegative()) {
      throw new FieldException(field, "must not be negative");
    }
  }
}
