package kontor.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.table.BrokenFile;
import kontor.contracts.Money;
import kontor.contracts.TaxClass;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.VariantOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that real shop systems ship or export, where the shared data is there. */
class RealFilesTest {

  @ParameterizedTest
  @CsvSource({
    "woocommerce-products/sample_products.csv, WooCommerce, 16, 2",
    "woocommerce-products/experimental_sample_9_products.csv, WooCommerce, 6, 3",
    "woocommerce-products/experimental_fashion_sample_9_products.csv, WooCommerce, 7, 2",
    "shopware-products/products.csv, Shopware 6, 59, 0",
    "shopware-products/products_with_category_path.csv, Shopware 6, 1, 0",
    "shopware-products/products_with_list_price.csv, Shopware 6, 2, 0",
    "shopware-products/products_with_invalid_variants.csv, Shopware 6, 0, 2",
    "medusa-products/exported-products-comma.csv, Medusa, 2, 0",
    "medusa-products/exported-products-semicolon.csv, Medusa, 2, 0",
    "medusa-products/v1-template.csv, Medusa, 3, 0",
    "vendure-products/mock-data-products.csv, Vendure, 53, 2",
    "vendure-products/e2e-products-full.csv, Vendure, 20, 0",
    "vendure-products/e2e-products-empty.csv, Vendure, 0, 0",
    "vendure-products/parser-multiple-products-multiple-variants.csv, Vendure, 4, 0",
    "vendure-products/parser-invalid-option-values.csv, Vendure, 0, 4",
    "vendure-products/product-import.csv, Vendure, 2, 2",
  })
  void eachFileGivesItsProducts(String name, String format, int products, int flaws) {
    Shelf shelf = Shelf.read(file(name));
    assertThat(shelf.format).isEqualTo(format);
    assertThat(shelf.products()).hasSize(products);
    assertThat(shelf.flaws()).hasSize(flaws);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shopware-products/categories.csv",
        "shopware-products/customers.csv",
        "shopware-products/properties.csv",
        "woocommerce-products/sample_tax_rates.csv"
      })
  void aFileOfSomethingElseIsTurnedDown(String name) {
    Path file = file(name);
    assertThatThrownBy(() -> Shelf.read(file))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("no product file that we know");
  }

  @Test
  void wooVariationsFindTheirParentsAnywhereInTheFile() {
    Shelf shelf = Shelf.read(file("woocommerce-products/sample_products.csv"));
    ProductPublished hoodie = shelf.product("woo-hoodie");
    assertThat(hoodie.variants()).hasSize(4);
    assertThat(hoodie.variants().get(0).options())
        .containsExactly(new VariantOption("Color", "Red"), new VariantOption("Logo", "No"));
    assertThat(hoodie.categories()).containsExactly("Clothing > Hoodies");
    assertThat(shelf.prices("woo-hoodie-red"))
        .extracting(price -> price.amount())
        .containsExactly(Money.of("42.00", "EUR"));
    assertThat(shelf.flaws())
        .extracting(Flaw::line)
        .as("grouped and external")
        .containsExactly(24L, 25L);
  }

  @Test
  void shopwarePricesAreGrossAndTheirVatFollowsTheRate() {
    Shelf shelf = Shelf.read(file("shopware-products/products.csv"));
    ProductPublished product = shelf.product("0a600a2648b3486fbfdbc60993050103");
    assertThat(product.taxClass()).isEqualTo(TaxClass.REDUCED);
    assertThat(product.brand()).isEqualTo("Beer-Balistreri");
    assertThat(shelf.prices("0a600a2648b3486fbfdbc60993050103"))
        .extracting(price -> price.amount())
        .containsExactly(Money.of("375.00", "EUR"));
    assertThat(shelf.stock("0a600a2648b3486fbfdbc60993050103")).contains(13);
  }

  @Test
  void medusaWithoutSkusIsKnownByItsVariantIds() {
    Shelf shelf = Shelf.read(file("medusa-products/exported-products-semicolon.csv"));
    assertThat(shelf.product("base-product").texts().get(0).description())
        .isEqualTo("test-product-description\ntest line 2");
    assertThat(shelf.prices("variant_01J44RRJZW1T9KQB6XG7Q6K61F"))
        .extracting(price -> price.amount())
        .containsExactlyInAnyOrder(
            Money.of("30", "DKK"), Money.of("45", "EUR"), Money.of("100", "USD"));
  }

  @Test
  void vendureRowsWithAnotherNumberOfCellsAreToldByLine() {
    Shelf shelf = Shelf.read(file("vendure-products/parser-invalid-row-length.csv"));
    assertThat(shelf.flaws()).contains(new Flaw(3, "", "the row has 12 cells, the header has 14"));
    assertThat(shelf.products()).hasSize(2);
  }

  @Test
  void vendureFilesWithoutAColumnAreTurnedDownByItsName() {
    Path file = file("vendure-products/parser-invalid-columns.csv");
    assertThatThrownBy(() -> Shelf.read(file))
        .isInstanceOfSatisfying(
            BrokenFile.class,
            broken -> {
              assertThat(broken.line()).isEqualTo(1);
              assertThat(broken.column()).isEqualTo("slug");
            });
  }

  @Test
  void vendureLanguagesBecomeTexts() {
    Shelf shelf = Shelf.read(file("vendure-products/parser-multiple-languages.csv"));
    assertThat(shelf.products().get(0).texts())
        .extracting(text -> text.language())
        .isEqualTo(List.of("en", "zh"));
  }

  private static Path file(String name) {
    Optional<Path> path = Shelf.shared(name);
    assumeTrue(path.isPresent(), "the shared data is not on this machine: " + name);
    return path.orElseThrow();
  }
}
