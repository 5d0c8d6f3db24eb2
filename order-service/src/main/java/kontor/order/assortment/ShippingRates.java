package kontor.order.assortment;

import java.util.Map;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.pricing.cart.Buyer;

/**
 * What shipping costs, VAT included.
 *
 * @param flat per country of delivery; a country that is not listed is not delivered to
 * @param freeFrom from this value of goods on, shipping is free
 */
public record ShippingRates(Map<CountryCode, Money> flat, Money freeFrom) {

  public ShippingRates {
    flat = Map.copyOf(flat);
  }

  public boolean deliversTo(CountryCode country) {
    return flat.containsKey(country);
  }

  Money of(Buyer buyer, Money goods) {
    boolean free = goods.currency().equals(freeFrom.currency()) && goods.compareTo(freeFrom) >= 0;
    return free ? free(buyer) : flat.getOrDefault(buyer.taxCountry(), free(buyer));
  }

  Money free(Buyer buyer) {
    return Money.zero(buyer.currency());
  }
}
