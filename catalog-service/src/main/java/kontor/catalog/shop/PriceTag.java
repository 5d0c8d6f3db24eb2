package kontor.catalog.shop;

import kontor.contracts.Money;
import kontor.pricing.quote.ShownPrice;
import org.jspecify.annotations.Nullable;

/**
 * What one unit costs a consumer.
 *
 * @param gross with VAT, as § 3 PAngV wants it shown
 * @param regular what it costs without today's promotion; absent when there is none
 * @param taxRate in basis points: 1900 is 19 %
 * @param tax the VAT contained
 */
record PriceTag(Money gross, @Nullable Money regular, int taxRate, Money tax) {

  static PriceTag of(ShownPrice shown) {
    return new PriceTag(
        shown.gross(), shown.isReduced() ? shown.regular() : null, shown.taxRate(), shown.tax());
  }
}
