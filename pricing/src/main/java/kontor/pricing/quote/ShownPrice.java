package kontor.pricing.quote;

import kontor.contracts.Money;
import kontor.pricing.cart.PriceForm;

/**
 * What one unit of an article costs, as a list or a product page shows it.
 *
 * @param regular the price before promotions
 * @param price what is paid for one unit alone: the regular price less percentages that need no
 *     coupon
 * @param taxRate in basis points
 * @param tax the VAT contained in (gross form) or added to (net form) the price
 */
public record ShownPrice(PriceForm form, Money regular, Money price, int taxRate, Money tax) {

  /** Whether a promotion makes it cheaper now. */
  public boolean isReduced() {
    return price.compareTo(regular) < 0;
  }

  /** The price with VAT. */
  public Money gross() {
    return form == PriceForm.GROSS ? price : price.plus(tax);
  }
}
