package kontor.order.wiring;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.order.assortment.ShippingRates;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop sells.
 *
 * @param zone where a day begins, for sales and VAT rates
 * @param shipping flat price per country of delivery, in the currency
 * @param shippingFreeFrom value of goods from which shipping is free
 */
@ConfigurationProperties("kontor.shop")
record ShopSettings(
    @DefaultValue("Europe/Berlin") ZoneId zone,
    @DefaultValue("EUR") Currency currency,
    @DefaultValue Map<String, String> shipping,
    @DefaultValue("50.00") String shippingFreeFrom) {

  private static final Map<String, String> DEFAULT_SHIPPING =
      Map.of("DE", "4.90", "AT", "9.90", "FR", "12.90", "NL", "9.90");

  ShippingRates rates() {
    Map<CountryCode, Money> flat =
        new TreeMap<>(java.util.Comparator.comparing(CountryCode::value));
    (shipping.isEmpty() ? DEFAULT_SHIPPING : shipping)
        .forEach((country, price) -> flat.put(new CountryCode(country), money(price)));
    return new ShippingRates(flat, money(shippingFreeFrom));
  }

  private Money money(String amount) {
    return Money.of(amount, currency.getCurrencyCode());
  }
}
