package kontor.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.catalog.edit.Fault;
import kontor.contracts.Gtin;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.ProductWithdrawn;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be published, and what publishing and withdrawing lead to. */
class ProductTest {

  private static final ProductId ID = new ProductId("tasse");
  private static final ProductText TEXT = new ProductText("de", "Tasse", "Ton");

  @Test
  void whatIsNewIsPublished() {
    assertThat(ProductDecider.publish(cup("Rot"), new Product.Unknown()))
        .containsExactly(cup("Rot"));
  }

  @Test
  void theSameContentAgainDecidesNothing() {
    assertThat(ProductDecider.publish(cup("Rot"), after(cup("Rot")))).isEmpty();
    assertThat(ProductDecider.publish(cup("Blau"), after(cup("Rot")))).hasSize(1);
  }

  @Test
  void aWithdrawnProductCanBePublishedAgainAndKeepsItsSkusForTheBooks() {
    List<ProductEvent> withdrawn = ProductDecider.withdraw(after(cup("Rot")));
    assertThat(withdrawn).containsExactly(new ProductWithdrawn(ID, List.of(new Sku("T-Rot"))));
    Product gone = after(cup("Rot"), withdrawn.get(0));
    assertThat(gone.variants()).isEmpty();
    assertThat(ProductDecider.withdraw(gone)).isEmpty();
    assertThat(ProductDecider.publish(cup("Rot"), gone)).hasSize(1);
  }

  @Test
  void whatWasNeverPublishedCannotBeWithdrawn() {
    assertThat(ProductDecider.withdraw(new Product.Unknown())).isEmpty();
  }

  @Test
  void everyFaultIsToldWithItsField() {
    ProductPublished broken =
        new ProductPublished(
            ID,
            List.of(new ProductText("xx", " ", ""), TEXT, TEXT),
            null,
            List.of("Küche > "),
            TaxClass.STANDARD,
            List.of(
                variant("A", "4006381333931", List.of(), "javascript:alert(1)"),
                variant("A", "4006381333931", List.of(), "bild.jpg")));
    assertThat(ProductRules.faults(broken))
        .extracting(Fault::field)
        .containsExactly(
            "texts[0].language",
            "texts[0].title",
            "texts[2].language",
            "categories[0]",
            "variants[0].images[0]",
            "variants[1].sku",
            "variants[1].gtin",
            "variants[1].options",
            "variants[1].images[0]");
  }

  @Test
  void aProductNeedsATitleAndSomethingToSell() {
    ProductPublished empty =
        new ProductPublished(ID, List.of(), null, List.of(), TaxClass.STANDARD, List.of());
    assertThat(ProductRules.faults(empty))
        .extracting(Fault::field)
        .containsExactly("texts", "variants");
  }

  @Test
  void whatIsTooLargeForOneMessageIsRefused() {
    List<String> languages = List.of("de", "en", "fr", "it", "es", "nl", "pl");
    List<ProductText> long7 =
        languages.stream().map(l -> new ProductText(l, "T", "ä".repeat(49_000))).toList();
    ProductPublished large =
        new ProductPublished(
            ID,
            long7,
            null,
            List.of(),
            TaxClass.STANDARD,
            List.of(variant("A", null, List.of(), "/a.svg")));
    assertThat(ProductRules.faults(large)).extracting(Fault::field).containsExactly("variants");
  }

  @Test
  void realNamesWithUmlautsAndSlashesAreFine() {
    ProductPublished product =
        new ProductPublished(
            ID,
            List.of(new ProductText("de", "Tässchen „50 %“ / groß", "Schön.")),
            "Müller & Söhne",
            List.of("Küche > Geschirr & Gläser"),
            TaxClass.REDUCED,
            List.of(variant("TÄSS/50 %", null, List.of(), "https://example.org/t%C3%A4sse.jpg")));
    assertThat(ProductRules.faults(product)).isEmpty();
  }

  @Test
  void theFormsOfOneGtinAreOneName() {
    assertThat(Name.of(new Gtin("036000291452"))).isEqualTo(Name.of(new Gtin("0036000291452")));
  }

  private static Product after(ProductEvent... events) {
    Product product = new Product.Unknown();
    for (ProductEvent event : events) {
      product = Product.evolve(product, event);
    }
    return product;
  }

  private static ProductPublished cup(String colour) {
    List<VariantOption> options = List.of(new VariantOption("Farbe", colour));
    return new ProductPublished(
        ID,
        List.of(TEXT),
        null,
        List.of(),
        TaxClass.STANDARD,
        List.of(variant("T-" + colour, null, options, "/media/cup-rot.svg")));
  }

  private static Variant variant(
      String sku, @Nullable String gtin, List<VariantOption> options, String image) {
    return new Variant(
        new Sku(sku),
        gtin == null ? null : new Gtin(gtin),
        options,
        List.of(image),
        null,
        List.of());
  }
}
