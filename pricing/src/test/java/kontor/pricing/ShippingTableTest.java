package kontor.pricing;

import static kontor.pricing.Till.euro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.pricing.shipping.Consignment;
import kontor.pricing.shipping.ShippingMethod;
import kontor.pricing.shipping.ShippingOffer;
import kontor.pricing.shipping.ShippingRate;
import kontor.pricing.shipping.ShippingTable;
import kontor.pricing.shipping.ShippingTableException;
import kontor.pricing.shipping.ShippingZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What sending costs, and which tables cannot be. */
class ShippingTableTest {

  private static final CountryCode DE = CountryCode.GERMANY;
  private static final ShippingZone HOME = zone("home", "DE");
  private static final ShippingZone NEAR = zone("near", "AT", "NL");

  @Test
  void eachTierHoldsUpToItsWeightAndWhatIsHeavierIsNotTaken() {
    ShippingTable table = table(method("post", rate(2_000, "4.90"), rate(10_000, "7.90")));

    assertThat(price(table, 2_000, "1.00")).isEqualTo("4.90");
    assertThat(price(table, 2_001, "1.00")).isEqualTo("7.90");
    assertThat(price(table, 10_001, "1.00")).isEmpty();
  }

  @Test
  void aTierOfValueHoldsUpToItsValue() {
    ShippingTable table =
        table(method("post", value("20.00", "6.90"), value("50.00", "3.90"), rate(null, "0.00")));

    assertThat(price(table, 1, "20.00")).isEqualTo("6.90");
    assertThat(price(table, 1, "20.01")).isEqualTo("3.90");
    assertThat(price(table, 1, "50.01")).isEqualTo("0.00");
  }

  @Test
  void fromAValueOnOnlyTheSurchargeIsCharged() {
    ShippingMethod bulky =
        new ShippingMethod(
            "bulky",
            new ShippingMethod.Name("Sperrgut", "Bulky"),
            "Spedition",
            3,
            5,
            List.of(rate(null, "29.00")),
            euro("500.00"),
            euro("5.00"));

    assertThat(price(table(bulky), 1, "499.99")).isEqualTo("34.00");
    assertThat(price(table(bulky), 1, "500.00")).isEqualTo("5.00");
  }

  @Test
  void theCheapestIsTakenUnlessTheBuyerWantsAnother() {
    ShippingTable table =
        table(method("express", rate(null, "9.90")), method("post", rate(null, "4.90")));
    List<ShippingOffer> offers = table.offers(new Consignment(DE, 1, euro("1.00")));

    assertThat(offers).extracting(o -> o.method().code()).containsExactly("post", "express");
    assertThat(code(offers, null)).isEqualTo("post");
    assertThat(code(offers, "express")).isEqualTo("express");
    assertThat(code(offers, "gone")).isEqualTo("post");
  }

  @Test
  void aCountryWithoutAMethodIsNotDeliveredTo() {
    ShippingTable table =
        new ShippingTable(List.of(HOME, NEAR), List.of(method("post", rate(null, "4.90"))));

    assertThat(table.deliversTo(DE)).isTrue();
    assertThat(table.deliversTo(new CountryCode("AT"))).isFalse();
    assertThat(table.deliversTo(new CountryCode("CH"))).isFalse();
  }

  @Test
  void whatCannotBeIsNamed() {
    assertThat(refused(List.of(HOME, zone("x", "AT", "DE")), method("a", rate(null, "1.00"))))
        .isEqualTo("zones[1].countries[1]: DE is in the zone 'home' already");
    assertThat(refused(method("a", rate(null, "1.00")), method("a", rate(null, "1.00"))))
        .startsWith("methods[1].code: ");
    assertThat(refused(method("a", rate(500, "1.00"), rate(500, "2.00"))))
        .startsWith("methods[0].rates[1].upToGrams: is never reached");
    assertThat(refused(method("a", rate(null, "1.00"), value("5.00", "2.00"))))
        .startsWith("methods[0].rates[1].upToValue: is never reached");
    assertThat(refused(method("a", rate(0, "1.00")))).startsWith("methods[0].rates[0].upToGrams");
    assertThat(refused(method("a", rate(1, "-1.00")))).startsWith("methods[0].rates[0].price");
    assertThat(refused(method("a", new ShippingRate("mars", null, null, euro("1.00")))))
        .startsWith("methods[0].rates[0].zone: no zone is called 'mars'");
    assertThat(refused(method("a", value("20.00", "1.00"))))
        .isEqualTo("methods[0].rates: zone 'home' has a gap at any weight and goods of any value");
    Money pounds = Money.of("1.00", "GBP");
    assertThat(refused(method("a", rate(9, "1.00"), new ShippingRate("home", null, null, pounds))))
        .startsWith("methods[0].rates[1].price: must be in EUR");
  }

  @Test
  void anAmountInAnotherCurrencyThanTheShopsIsFound() {
    ShippingTable table = table(method("post", rate(null, "4.90")));

    assertThat(table.foreignAmount(Currency.getInstance("EUR"))).isEmpty();
    assertThat(table.foreignAmount(Currency.getInstance("CHF")))
        .contains("methods[0].rates[0].price");
  }

  /** Whatever a table takes as right answers every weight below its heaviest tier, at any value. */
  @Test
  void aTableThatIsTakenHasNoGapAndNoPriceBelowZero() {
    long seed = System.nanoTime();
    System.out.println("ShippingTableTest seed " + seed);
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < 5_000; i++) {
      List<ShippingRate> rates = new ArrayList<>();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        Integer grams = random.nextInt(3) == 0 ? null : 500 * (1 + random.nextInt(4));
        Money value =
            random.nextBoolean() ? null : Money.ofMinor(1_000L * (1 + random.nextInt(3)), "EUR");
        Money price = Money.ofMinor(random.nextInt(2_000), "EUR");
        rates.add(new ShippingRate("home", grams, value, price));
      }
      try {
        ShippingTable table = table(method("post", rates.toArray(ShippingRate[]::new)));
        taken++;
        int heaviest =
            rates.stream()
                .mapToInt(r -> r.upToGrams() == null ? 9_999 : r.upToGrams())
                .max()
                .orElse(0);
        for (int probe = 0; probe < 20; probe++) {
          Money goods = Money.ofMinor(random.nextInt(5_000), "EUR");
          Consignment what = new Consignment(DE, 1 + random.nextInt(heaviest), goods);
          assertThat(table.offers(what)).as("seed %s: %s of %s", seed, what, table).hasSize(1);
          assertThat(table.offers(what).get(0).price().isNegative()).isFalse();
        }
      } catch (ShippingTableException refused) {
        assertThat(refused.path()).startsWith("methods[0].rates");
      }
    }
    assertThat(taken).isBetween(500, 4_500);
  }

  private static String price(ShippingTable table, long grams, String goods) {
    return ShippingTable.choose(table.offers(new Consignment(DE, grams, euro(goods))), null)
        .map(offer -> offer.price().amount())
        .orElse("");
  }

  private static String code(List<ShippingOffer> offers, @Nullable String wanted) {
    return ShippingTable.choose(offers, wanted).orElseThrow().method().code();
  }

  private static String refused(ShippingMethod... methods) {
    return refused(List.of(HOME), methods);
  }

  private static String refused(List<ShippingZone> zones, ShippingMethod... methods) {
    ShippingTableException e =
        catchThrowableOfType(
            ShippingTableException.class, () -> new ShippingTable(zones, List.of(methods)));
    return e.path() + ": " + e.getMessage();
  }

  private static ShippingTable table(ShippingMethod... methods) {
    return new ShippingTable(List.of(HOME), List.of(methods));
  }

  private static ShippingZone zone(String code, String... countries) {
    return new ShippingZone(code, Arrays.stream(countries).map(CountryCode::new).toList());
  }

  private static ShippingMethod method(String code, ShippingRate... rates) {
    ShippingMethod.Name name = new ShippingMethod.Name("Versand für alle", "Shipping");
    return new ShippingMethod(code, name, "DHL", 1, 3, List.of(rates), null, null);
  }

  private static ShippingRate rate(@Nullable Integer grams, String price) {
    return new ShippingRate("home", grams, null, euro(price));
  }

  private static ShippingRate value(String upTo, String price) {
    return new ShippingRate("home", null, euro(upTo), euro(price));
  }
}
