package kontor.order.shipping.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.order.shipping.ShippingTables;
import kontor.order.shipping.ShippingTables.Current;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import kontor.pricing.shipping.ShippingMethod;
import kontor.pricing.shipping.ShippingRate;
import kontor.pricing.shipping.ShippingTable;
import kontor.pricing.shipping.ShippingTableException;
import kontor.pricing.shipping.ShippingZone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Zones, methods and rates of shipping for the manager: read and replaced as a whole. */
@RestController
@RequestMapping("/api/admin/shipping-methods")
class ShippingMethodResource {

  private static final int MAX_TEXT = 60;

  private final ShippingTables tables;
  private final Currency currency;

  ShippingMethodResource(ShippingTables tables, Currency shopCurrency) {
    this.tables = tables;
    this.currency = shopCurrency;
  }

  /** The whole table. */
  record TableRequest(@Nullable List<ZoneRequest> zones, @Nullable List<MethodRequest> methods) {}

  /**
   * @param countries each in one zone only
   */
  record ZoneRequest(@Nullable String code, @Nullable List<CountryCode> countries) {}

  /**
   * @param daysFrom working days until it is there, at best; {@code daysTo} at worst
   * @param freeFrom value of the goods, VAT included; absent: never free
   * @param surcharge charged besides, also when free; absent: none
   */
  record MethodRequest(
      @Nullable String code,
      @Nullable NameRequest name,
      @Nullable String carrier,
      int daysFrom,
      int daysTo,
      @Nullable List<RateRequest> rates,
      @Nullable Money freeFrom,
      @Nullable Money surcharge) {}

  /** What buyers read. */
  record NameRequest(@Nullable String de, @Nullable String en) {}

  /**
   * Of the rates for a zone the first holds that covers weight and value.
   *
   * @param upToGrams absent: any weight
   * @param upToValue of the goods, VAT included; absent: any
   * @param price VAT included
   */
  record RateRequest(
      @Nullable String zone,
      @Nullable Integer upToGrams,
      @Nullable Money upToValue,
      @Nullable Money price) {}

  @GetMapping
  ResponseEntity<ShippingTable> get() {
    return answer(tables.current());
  }

  /**
   * Replaces the table, from now on; the ETag that was read comes as {@code If-Match}. 400 names
   * what cannot be by its path, such as {@code methods[1].rates[0].upToGrams}: zones that overlap,
   * rates that are never reached or leave a gap. 412 when somebody else changed it meanwhile.
   */
  @PutMapping
  ResponseEntity<ShippingTable> put(
      @RequestBody TableRequest wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      HttpServletRequest request) {
    if (match == null || !match.matches("\"\\d{1,18}\"")) {
      throw BadRequestException.versionMissing("send the ETag that you read as If-Match");
    }
    ShippingTable table = table(wanted);
    long seen = Long.parseLong(match.substring(1, match.length() - 1));
    return answer(
        tables
            .set(table, seen, RequestOrigin.of(request))
            .orElseThrow(() -> BadRequestException.outdated("the table was changed meanwhile")));
  }

  private static ResponseEntity<ShippingTable> answer(Current now) {
    return ResponseEntity.ok().eTag("\"" + now.revision() + "\"").body(now.table());
  }

  private ShippingTable table(TableRequest wanted) {
    ShippingTable table;
    try {
      table = new ShippingTable(zones(wanted), methods(wanted));
    } catch (ShippingTableException e) {
      throw BadRequestException.field(e.path(), String.valueOf(e.getMessage()));
    }
    table
        .foreignAmount(currency)
        .ifPresent(
            path -> {
              throw BadRequestException.field(path, "must be in " + currency);
            });
    return table;
  }

  private static List<ShippingZone> zones(TableRequest wanted) {
    List<ShippingZone> zones = new ArrayList<>();
    for (ZoneRequest zone : needed("zones", wanted.zones)) {
      String path = "zones[" + zones.size() + "].";
      List<CountryCode> countries = needed(path + "countries", zone.countries);
      zones.add(new ShippingZone(needed(path + "code", zone.code), countries));
    }
    return zones;
  }

  private static List<ShippingMethod> methods(TableRequest wanted) {
    List<ShippingMethod> methods = new ArrayList<>();
    for (MethodRequest method : needed("methods", wanted.methods)) {
      String path = "methods[" + methods.size() + "].";
      NameRequest name = needed(path + "name", method.name);
      methods.add(
          new ShippingMethod(
              needed(path + "code", method.code),
              new ShippingMethod.Name(
                  text(path + "name.de", name.de), text(path + "name.en", name.en)),
              text(path + "carrier", method.carrier),
              method.daysFrom,
              method.daysTo,
              rates(path, method),
              method.freeFrom,
              method.surcharge));
    }
    return methods;
  }

  private static List<ShippingRate> rates(String path, MethodRequest method) {
    List<ShippingRate> rates = new ArrayList<>();
    for (RateRequest rate : needed(path + "rates", method.rates)) {
      String at = path + "rates[" + rates.size() + "].";
      rates.add(
          new ShippingRate(
              needed(at + "zone", rate.zone),
              rate.upToGrams,
              rate.upToValue,
              needed(at + "price", rate.price)));
    }
    return rates;
  }

  private static String text(String path, @Nullable String value) {
    String text = needed(path, value).strip();
    if (text.isEmpty()
        || text.length() > MAX_TEXT
        || text.codePoints().anyMatch(Character::isISOControl)) {
      throw BadRequestException.field(path, "has 1 to " + MAX_TEXT + " printable characters");
    }
    return text;
  }

  private static <T> T needed(String path, @Nullable T value) {
    if (value == null) {
      throw BadRequestException.field(path, "is missing");
    }
    return value;
  }
}
