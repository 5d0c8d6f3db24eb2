package kontor.pricing.shipping;

import kontor.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What shipping costs up to a weight and a value.
 *
 * @param zone where to
 * @param upToGrams the heaviest (inclusive); absent: any weight
 * @param upToValue of the goods, VAT included (inclusive); absent: any value
 * @param price VAT included
 */
public record ShippingRate(
    String zone, @Nullable Integer upToGrams, @Nullable Money upToValue, Money price) {

  boolean covers(long grams, Money goods) {
    return (upToGrams == null || grams <= upToGrams)
        && (upToValue == null || goods.compareTo(upToValue) <= 0);
  }

  /** Whether all that the other one covers is covered already. */
  boolean hides(ShippingRate other) {
    return (upToGrams == null || (other.upToGrams != null && other.upToGrams <= upToGrams))
        && (upToValue == null
            || (other.upToValue != null && other.upToValue.compareTo(upToValue) <= 0));
  }
}
