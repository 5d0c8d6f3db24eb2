package kontor.order.wiring;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.pricing.shipping.ShippingMethod;
import kontor.pricing.shipping.ShippingMethod.Name;
import kontor.pricing.shipping.ShippingRate;
import kontor.pricing.shipping.ShippingTable;
import kontor.pricing.shipping.ShippingZone;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop sells. What it sends for is the table of shipping methods until the manager changes
 * it.
 *
 * @param zone where a day begins, for sales and VAT rates
 * @param country where the shop sends from: whose VAT its prices contain
 * @param shipping price per country of delivery, in the currency, VAT included
 * @param shippingFreeFrom value of goods from which it is free
 * @param express the same for the faster method; never free
 * @param usualGrams what an article weighs of which the catalog does not say
 */
@ConfigurationProperties("kontor.shop")
record ShopSettings(
    @DefaultValue("Europe/Berlin") ZoneId zone,
    @DefaultValue("EUR") Currency currency,
    @DefaultValue("DE") String country,
    @DefaultValue Map<String, String> shipping,
    @DefaultValue("50.00") String shippingFreeFrom,
    @DefaultValue Map<String, String> express,
    @DefaultValue("500") int usualGrams) {

  private static final Map<String, String> STANDARD =
      Map.of("DE", "4.90", "AT", "9.90", "FR", "12.90", "NL", "9.90");
  private static final Map<String, String> EXPRESS =
      Map.of("DE", "12.90", "AT", "24.90", "FR", "29.90", "NL", "24.90");
  private static final int PARCEL_GRAMS = 31_500;

  CountryCode home() {
    return new CountryCode(country);
  }

  ShippingTable shippingTable() {
    Map<String, String> standard = new TreeMap<>(shipping.isEmpty() ? STANDARD : shipping);
    Map<String, String> fast = new TreeMap<>(express.isEmpty() ? EXPRESS : express);
    fast.keySet().retainAll(standard.keySet());
    List<ShippingZone> zones = new ArrayList<>();
    standard
        .keySet()
        .forEach(c -> zones.add(new ShippingZone(zone(c), List.of(new CountryCode(c)))));
    return new ShippingTable(
        zones,
        List.of(
            new ShippingMethod(
                "standard",
                new Name("Standardversand", "Standard shipping"),
                "DHL",
                2,
                4,
                rates(standard, null),
                money(shippingFreeFrom),
                null),
            new ShippingMethod(
                "express",
                new Name("Expressversand", "Express shipping"),
                "DHL Express",
                1,
                2,
                rates(fast, PARCEL_GRAMS),
                null,
                null)));
  }

  private List<ShippingRate> rates(Map<String, String> prices, @Nullable Integer upToGrams) {
    List<ShippingRate> rates = new ArrayList<>();
    prices.forEach(
        (c, price) -> rates.add(new ShippingRate(zone(c), upToGrams, null, money(price))));
    return rates;
  }

  private static String zone(String country) {
    return country.toLowerCase(java.util.Locale.ROOT);
  }

  private Money money(String amount) {
    return Money.of(amount, currency.getCurrencyCode());
  }
}
