package kontor.pricing.quote;

import java.util.List;
import java.util.Set;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.promotion.AppliedPromotion;

/**
 * What a cart costs.
 *
 * @param lines in the cart's order
 * @param promotions those that took something off, in the order in which they were applied
 * @param unusedCoupons codes that the buyer entered and that took nothing off
 * @param taxes per rate, the lowest first
 * @param hash fingerprint of everything that is paid (SHA-256, hexadecimal): the same for the same
 *     lines in any order, another one as soon as a price, a discount or a tax differs
 */
public record Quote(
    PriceForm form,
    List<QuoteLine> lines,
    List<AppliedPromotion> promotions,
    Set<String> unusedCoupons,
    ShippingLine shipping,
    List<TaxTotal> taxes,
    QuoteTotals totals,
    String hash)
    implements QuoteOutcome {

  public Quote {
    lines = List.copyOf(lines);
    promotions = List.copyOf(promotions);
    unusedCoupons = Set.copyOf(unusedCoupons);
    taxes = List.copyOf(taxes);
  }
}
