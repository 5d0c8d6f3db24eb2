package kontor.pricing.promotion;

import java.util.List;
import kontor.contracts.Money;

/**
 * What the promotions do to a cart.
 *
 * @param discounts per line, in the lines' order; never more than the line's goods
 * @param applied in the order in which they were applied; their discounts add up to all lines'
 */
public record Reduction(List<Money> discounts, List<AppliedPromotion> applied) {

  public Reduction {
    discounts = List.copyOf(discounts);
    applied = List.copyOf(applied);
  }
}
