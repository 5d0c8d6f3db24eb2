package kontor.pricing.shipping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import org.jspecify.annotations.Nullable;

/** What a table of shipping methods must keep to; names the first part that does not. */
final class ShippingTableRules {

  private static final String CODE = "[a-z0-9-]{1,40}";
  private static final int MAX_DAYS = 90;

  private final List<ShippingZone> zones;
  private final List<ShippingMethod> methods;

  private ShippingTableRules(List<ShippingZone> zones, List<ShippingMethod> methods) {
    this.zones = zones;
    this.methods = methods;
  }

  static void check(List<ShippingZone> zones, List<ShippingMethod> methods) {
    ShippingTableRules rules = new ShippingTableRules(zones, methods);
    rules.zones();
    rules.amounts();
    rules.methods();
  }

  /** All amounts of the methods by their path. */
  static Map<String, Money> amounts(List<ShippingMethod> methods) {
    Map<String, Money> amounts = new LinkedHashMap<>();
    for (int i = 0; i < methods.size(); i++) {
      String path = "methods[" + i + "].";
      ShippingMethod method = methods.get(i);
      for (int j = 0; j < method.rates().size(); j++) {
        ShippingRate rate = method.rates().get(j);
        amounts.put(path + "rates[" + j + "].price", rate.price());
        put(amounts, path + "rates[" + j + "].upToValue", rate.upToValue());
      }
      put(amounts, path + "freeFrom", method.freeFrom());
      put(amounts, path + "surcharge", method.surcharge());
    }
    return amounts;
  }

  private static void put(Map<String, Money> amounts, String path, @Nullable Money amount) {
    if (amount != null) {
      amounts.put(path, amount);
    }
  }

  private void amounts() {
    Map<String, Money> amounts = amounts(methods);
    amounts.forEach(
        (path, amount) -> {
          Money first = amounts.values().iterator().next();
          if (amount.isNegative()) {
            throw new ShippingTableException(path, "must not be below zero");
          }
          if (!amount.currency().equals(first.currency())) {
            throw new ShippingTableException(path, "must be in " + first.currency() + " as well");
          }
        });
  }

  private void zones() {
    Set<String> codes = new HashSet<>();
    Map<CountryCode, String> taken = new HashMap<>();
    for (int i = 0; i < zones.size(); i++) {
      ShippingZone zone = zones.get(i);
      String path = "zones[" + i + "].";
      code(path + "code", zone.code(), codes);
      for (int j = 0; j < zone.countries().size(); j++) {
        CountryCode country = zone.countries().get(j);
        String other = taken.put(country, zone.code());
        if (other != null) {
          throw new ShippingTableException(
              path + "countries[" + j + "]", country + " is in the zone '" + other + "' already");
        }
      }
    }
  }

  private void methods() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < methods.size(); i++) {
      ShippingMethod method = methods.get(i);
      String path = "methods[" + i + "].";
      code(path + "code", method.code(), codes);
      if (method.daysFrom() < 0 || method.daysFrom() > MAX_DAYS) {
        throw new ShippingTableException(path + "daysFrom", "must be from 0 to " + MAX_DAYS);
      }
      if (method.daysTo() < method.daysFrom() || method.daysTo() > MAX_DAYS) {
        throw new ShippingTableException(
            path + "daysTo", "must be from " + method.daysFrom() + " to " + MAX_DAYS);
      }
      rates(path, method);
    }
  }

  private static void code(String path, String code, Set<String> known) {
    if (!code.matches(CODE)) {
      throw new ShippingTableException(path, "must be 1 to 40 of a-z, 0-9 and -");
    }
    if (!known.add(code)) {
      throw new ShippingTableException(path, "'" + code + "' stands there twice");
    }
  }

  private void rates(String path, ShippingMethod method) {
    List<ShippingRate> before = new ArrayList<>();
    for (int j = 0; j < method.rates().size(); j++) {
      ShippingRate rate = method.rates().get(j);
      String at = path + "rates[" + j + "].";
      if (zones.stream().noneMatch(zone -> zone.code().equals(rate.zone()))) {
        throw new ShippingTableException(at + "zone", "no zone is called '" + rate.zone() + "'");
      }
      if (rate.upToGrams() != null && rate.upToGrams() < 1) {
        throw new ShippingTableException(at + "upToGrams", "must be at least 1");
      }
      if (before.stream().anyMatch(o -> o.zone().equals(rate.zone()) && o.hides(rate))) {
        throw new ShippingTableException(
            at + (rate.upToGrams() == null && rate.upToValue() != null ? "upToValue" : "upToGrams"),
            "is never reached: a rate before it covers all of it");
      }
      before.add(rate);
    }
    for (ShippingZone zone : zones) {
      gaps(path + "rates", zone.code(), method.rates(zone.code()));
    }
  }

  /**
   * Whatever is not heavier than the heaviest rate allows must have a rate at every value. What is
   * heavier is not taken.
   */
  private static void gaps(String path, String zone, List<ShippingRate> rates) {
    for (ShippingRate weight : rates) {
      for (ShippingRate value : rates) {
        point(path, zone, rates, weight, value.upToValue());
      }
      point(path, zone, rates, weight, null);
    }
  }

  /** Whether the heaviest and dearest below these limits has a rate. */
  private static void point(
      String path,
      String zone,
      List<ShippingRate> rates,
      ShippingRate weight,
      @Nullable Money value) {
    ShippingRate corner = new ShippingRate(zone, weight.upToGrams(), value, weight.price());
    if (rates.stream().noneMatch(rate -> rate.hides(corner))) {
      String grams = weight.upToGrams() == null ? "any weight" : weight.upToGrams() + " g";
      throw new ShippingTableException(
          path, "zone '%s' has a gap at %s and %s".formatted(zone, grams, valueOf(value)));
    }
  }

  private static String valueOf(@Nullable Money value) {
    return value == null ? "goods of any value" : "goods worth " + value;
  }
}
