package kontor.catalog.shop;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.pricing.cart.Buyer;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list.
 *
 * @param image the main picture
 * @param price of its cheapest variant, VAT included; absent when none is for sale
 * @param regularPrice what that costs without today's promotion; absent when there is none
 * @param priceFrom whether other variants cost more
 * @param available units of all variants together
 * @param skus of its variants, in their order
 */
public record ProductCard(
    ProductId id,
    String title,
    @Nullable String brand,
    @Nullable String image,
    @Nullable Money price,
    @Nullable Money regularPrice,
    boolean priceFrom,
    int available,
    List<Sku> skus) {

  /** The card of a product in the language nearest to the one asked for. */
  public static ProductCard of(
      ProductPublished product, String language, Buyer buyer, Showcase showcase) {
    List<PriceTag> prices = prices(product, buyer, showcase);
    return new ProductCard(
        product.product(),
        Wording.of(product, language).title(),
        product.brand(),
        image(product),
        prices.isEmpty() ? null : prices.get(0).gross(),
        prices.isEmpty() ? null : prices.get(0).regular(),
        !prices.isEmpty() && !last(prices).equals(prices.get(0).gross()),
        available(product, showcase),
        product.variants().stream().map(Variant::sku).toList());
  }

  /** What the cheapest variant costs now. */
  public static Optional<Money> lowest(ProductPublished product, Buyer buyer, Showcase showcase) {
    return prices(product, buyer, showcase).stream().findFirst().map(PriceTag::gross);
  }

  /** Units of all variants together. */
  public static int available(ProductPublished product, Showcase showcase) {
    long units = product.variants().stream().mapToLong(showcase::available).sum();
    return (int) Math.min(Integer.MAX_VALUE, units);
  }

  private static List<PriceTag> prices(ProductPublished product, Buyer buyer, Showcase showcase) {
    return product.variants().stream()
        .flatMap(variant -> showcase.price(product, variant, buyer).stream())
        .map(PriceTag::of)
        .sorted(Comparator.comparing(PriceTag::gross))
        .toList();
  }

  private static Money last(List<PriceTag> prices) {
    return prices.get(prices.size() - 1).gross();
  }

  private static @Nullable String image(ProductPublished product) {
    return product.variants().stream()
        .flatMap(variant -> variant.images().stream())
        .findFirst()
        .orElse(null);
  }
}
