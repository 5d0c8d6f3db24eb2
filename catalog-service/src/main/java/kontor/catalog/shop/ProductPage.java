package kontor.catalog.shop;

import java.util.List;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;
import kontor.pricing.cart.Buyer;
import org.jspecify.annotations.Nullable;

/**
 * All that a product's own page shows.
 *
 * @param language of title and description: the one asked for, or else the product's first
 */
public record ProductPage(
    ProductId id,
    String language,
    String title,
    String description,
    @Nullable String brand,
    List<String> categories,
    List<Form> variants) {

  /**
   * One sellable form.
   *
   * @param price of one unit, VAT included; absent when it cannot be bought
   * @param regularPrice what it costs without today's promotion; absent when there is none
   * @param taxRate in basis points: 1900 is 19 %
   * @param tax the VAT contained in the price
   * @param available units that can be ordered now
   * @param components of what it is put together, when it is a bundle
   */
  public record Form(
      Sku sku,
      @Nullable Gtin gtin,
      List<VariantOption> options,
      List<String> images,
      @Nullable Money price,
      @Nullable Money regularPrice,
      @Nullable Integer taxRate,
      @Nullable Money tax,
      int available,
      List<BundleComponent> components) {}

  /** The page of a product in the language nearest to the one asked for. */
  public static ProductPage of(
      ProductPublished product, String language, Buyer buyer, Showcase showcase) {
    ProductText text = Wording.of(product, language);
    return new ProductPage(
        product.product(),
        text.language(),
        text.title(),
        text.description(),
        product.brand(),
        product.categories(),
        product.variants().stream().map(v -> form(product, v, buyer, showcase)).toList());
  }

  private static Form form(
      ProductPublished product, Variant variant, Buyer buyer, Showcase showcase) {
    PriceTag tag = showcase.price(product, variant, buyer).map(PriceTag::of).orElse(null);
    return new Form(
        variant.sku(),
        variant.gtin(),
        variant.options(),
        variant.images(),
        tag == null ? null : tag.gross(),
        tag == null ? null : tag.regular(),
        tag == null ? null : tag.taxRate(),
        tag == null ? null : tag.tax(),
        showcase.available(variant),
        variant.components());
  }
}
