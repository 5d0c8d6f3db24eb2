package kontor.pricing.shipping;

import java.util.List;
import kontor.contracts.CountryCode;

/**
 * Countries to which shipping costs the same.
 *
 * @param code names it in the rates, such as {@code eu-1}
 */
public record ShippingZone(String code, List<CountryCode> countries) {

  public ShippingZone {
    countries = List.copyOf(countries);
  }
}
