package kontor.catalog.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.pricing.cart.Buyer;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.tax.TaxRules;
import org.junit.jupiter.api.Test;

/** What cards and pages show. */
class ShowcaseTest {

  private static final Map<String, String> PRICES =
      Map.of("POT", "39.90", "CUP", "12.90", "SET", "59.90");
  private static final Map<String, Integer> STOCK = Map.of("POT", 5, "CUP", 7, "SIEVE", -1);
  private static final Buyer BUYER =
      Showcase.shopper(CountryCode.GERMANY, Currency.getInstance("EUR"));

  private final Showcase showcase =
      new Showcase(
          new Pricing(TaxRules.ofEuropeanUnion(), ZoneId.of("Europe/Berlin")),
          sku ->
              PRICES.containsKey(sku.value())
                  ? List.of(Price.gross(Money.of(PRICES.get(sku.value()), "EUR")))
                  : List.of(),
          () -> PromotionBook.EMPTY,
          sku -> STOCK.getOrDefault(sku.value(), 0),
          Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void aBundleIsAvailableAsOftenAsItsScarcestPartAllows() {
    assertThat(showcase.available(variant("SET", part("POT", 1), part("CUP", 2)))).isEqualTo(3);
    assertThat(showcase.available(variant("SET", part("POT", 1), part("SIEVE", 1)))).isZero();
  }

  @Test
  void whatIsOversoldOrUnknownCannotBeOrdered() {
    assertThat(showcase.available(variant("SIEVE"))).isZero();
    assertThat(showcase.available(variant("NEVER-COUNTED"))).isZero();
  }

  @Test
  void aCardShowsTheLowestPriceAndSaysThatThereAreOthers() {
    ProductCard card =
        ProductCard.of(product(variant("POT"), variant("CUP")), "de", BUYER, showcase);
    assertThat(card.price()).isEqualTo(Money.of("12.90", "EUR"));
    assertThat(card.priceFrom()).isTrue();
    assertThat(card.available()).isEqualTo(12);
  }

  @Test
  void aPageShowsThePriceWithItsVat() {
    ProductPage page = ProductPage.of(product(variant("POT")), "en", BUYER, showcase);
    assertThat(page.title()).isEqualTo("Pot");
    assertThat(page.variants().get(0).price()).isEqualTo(Money.of("39.90", "EUR"));
    assertThat(page.variants().get(0).tax()).isEqualTo(Money.of("6.37", "EUR"));
    assertThat(page.variants().get(0).taxRate()).isEqualTo(1900);
  }

  @Test
  void whatHasNoPriceIsShownWithoutOne() {
    ProductPage page = ProductPage.of(product(variant("SIEVE")), "fr", BUYER, showcase);
    assertThat(page.language()).as("the product's first").isEqualTo("de");
    assertThat(page.variants().get(0).price()).isNull();
  }

  @Test
  void categoriesAreATreeWithCounts() {
    assertThat(Category.withParents("A > B > C")).containsExactly("A", "A > B", "A > B > C");
    List<Category> tree = Category.tree(Map.of("A", 3L, "A > B", 2L, "A > B > C", 1L, "AB", 1L));
    assertThat(tree).extracting(Category::name).containsExactly("A", "AB");
    assertThat(tree.get(0).children().get(0).children().get(0).path()).isEqualTo("A > B > C");
  }

  private static ProductPublished product(Variant... variants) {
    return new ProductPublished(
        new ProductId("p"),
        List.of(new ProductText("de", "Kanne", ""), new ProductText("en", "Pot", "")),
        null,
        List.of(),
        TaxClass.STANDARD,
        List.of(variants));
  }

  private static Variant variant(String sku, BundleComponent... parts) {
    return new Variant(new Sku(sku), null, List.of(), List.of(), null, List.of(parts));
  }

  private static BundleComponent part(String sku, int units) {
    return new BundleComponent(new Sku(sku), new Quantity(units));
  }
}
