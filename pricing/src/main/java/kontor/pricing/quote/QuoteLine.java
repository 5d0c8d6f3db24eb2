package kontor.pricing.quote;

import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.pricing.cart.PriceForm;

/**
 * One article of a quote. {@code unitPrice}, {@code goods}, {@code discount} and {@code total} are
 * in the quote's form: with VAT for consumers, without for businesses.
 *
 * @param goods unit price × quantity
 * @param discount what promotions take off the line, positive
 * @param total goods − discount
 * @param taxRate in basis points
 * @param tax the VAT contained in (gross form) or added to (net form) the total
 */
public record QuoteLine(
    Sku sku,
    Quantity quantity,
    PriceForm form,
    Money unitPrice,
    Money goods,
    Money discount,
    Money total,
    int taxRate,
    Money tax) {

  /** What the line costs without VAT. */
  public Money net() {
    return form == PriceForm.GROSS ? total.minus(tax) : total;
  }

  /** What the line costs with VAT. */
  public Money gross() {
    return form == PriceForm.GROSS ? total : total.plus(tax);
  }
}
