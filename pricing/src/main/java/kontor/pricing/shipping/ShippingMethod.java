package kontor.pricing.shipping;

import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * A way to send a parcel. Of the rates for a zone the first that covers weight and value holds.
 *
 * @param code names it in orders, such as {@code express}
 * @param daysFrom working days from the order until it is there, at best
 * @param daysTo the same at worst
 * @param freeFrom value of the goods, VAT included, from which the rate is not charged; absent:
 *     always charged
 * @param surcharge charged besides, also where the rate is not; absent: none
 */
public record ShippingMethod(
    String code,
    Name name,
    String carrier,
    int daysFrom,
    int daysTo,
    List<ShippingRate> rates,
    @Nullable Money freeFrom,
    @Nullable Money surcharge) {

  public ShippingMethod {
    rates = List.copyOf(rates);
  }

  /** What buyers read, in German and English. */
  public record Name(String de, String en) {}

  List<ShippingRate> rates(String zone) {
    return rates.stream().filter(rate -> rate.zone().equals(zone)).toList();
  }

  /** What it costs, VAT included; empty when it does not take this. */
  Optional<Money> price(String zone, Consignment what) {
    return rates.stream()
        .filter(rate -> rate.zone().equals(zone) && rate.covers(what.grams(), what.goods()))
        .findFirst()
        .map(rate -> price(rate, what.goods()));
  }

  private Money price(ShippingRate rate, Money goods) {
    boolean free = freeFrom != null && goods.compareTo(freeFrom) >= 0;
    Money charged = free ? Money.zero(goods.currency()) : rate.price();
    return surcharge == null ? charged : charged.plus(surcharge);
  }
}
