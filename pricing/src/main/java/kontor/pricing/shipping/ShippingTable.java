package kontor.pricing.shipping;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * All that a shop sends, where to and for how much. All amounts are in one currency. A country
 * without a method is not delivered to.
 */
public record ShippingTable(List<ShippingZone> zones, List<ShippingMethod> methods) {

  private static final Comparator<ShippingOffer> CHEAPEST_FIRST =
      Comparator.comparing(ShippingOffer::price)
          .thenComparing(offer -> offer.method().daysTo())
          .thenComparing(offer -> offer.method().code());

  /**
   * @throws ShippingTableException if zones overlap, rates leave a gap or are never reached
   */
  public ShippingTable {
    zones = List.copyOf(zones);
    methods = List.copyOf(methods);
    ShippingTableRules.check(zones, methods);
  }

  public boolean deliversTo(CountryCode country) {
    return zone(country)
        .filter(zone -> methods.stream().anyMatch(m -> !m.rates(zone.code()).isEmpty()))
        .isPresent();
  }

  /** What takes it, the cheapest first, then the fastest. */
  public List<ShippingOffer> offers(Consignment what) {
    return zone(what.country()).map(zone -> offers(zone.code(), what)).orElse(List.of());
  }

  private List<ShippingOffer> offers(String zone, Consignment what) {
    return methods.stream()
        .flatMap(m -> m.price(zone, what).map(price -> new ShippingOffer(m, price)).stream())
        .sorted(CHEAPEST_FIRST)
        .toList();
  }

  /**
   * The offer that a buyer takes: of the method that he wants, or the first one.
   *
   * @param wanted absent, or not among the offers: the first
   */
  public static Optional<ShippingOffer> choose(
      List<ShippingOffer> offers, @Nullable String wanted) {
    return offers.stream()
        .filter(offer -> offer.method().code().equals(wanted))
        .findFirst()
        .or(() -> offers.stream().findFirst());
  }

  private Optional<ShippingZone> zone(CountryCode country) {
    return zones.stream().filter(zone -> zone.countries().contains(country)).findFirst();
  }

  /** Whether all amounts are in this currency; the path of one that is not. */
  public Optional<String> foreignAmount(Currency currency) {
    return ShippingTableRules.amounts(methods).entrySet().stream()
        .filter(amount -> !amount.getValue().currency().equals(currency))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
