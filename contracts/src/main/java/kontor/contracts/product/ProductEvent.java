package kontor.contracts.product;

import java.util.List;
import kontor.contracts.EventType;
import kontor.contracts.Gtin;
import kontor.contracts.ProductId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import org.jspecify.annotations.Nullable;

/**
 * The assortment as it stands: each event carries the whole product. Topic {@code products}, keyed
 * by product id, compacted.
 */
public sealed interface ProductEvent {

  ProductId product();

  /**
   * The product is on offer, in this form. A variant without components is an article of its own;
   * one with components is a bundle that is sold as one and shipped as its parts.
   *
   * @param texts title and description per language, the shop's own language first
   * @param categories paths from the root, parts parted by {@code " > "}
   * @param taxClass standard, reduced or zero: which VAT rate the law sets on it
   */
  @EventType("kontor.product.published.v1")
  record ProductPublished(
      ProductId product,
      List<ProductText> texts,
      @Nullable String brand,
      List<String> categories,
      TaxClass taxClass,
      List<Variant> variants)
      implements ProductEvent {

    public ProductPublished {
      texts = List.copyOf(texts);
      categories = List.copyOf(categories);
      variants = List.copyOf(variants);
    }
  }

  /** The product is no longer sold anywhere; its variants keep their SKUs for the books. */
  @EventType("kontor.product.withdrawn.v1")
  record ProductWithdrawn(ProductId product, List<Sku> skus) implements ProductEvent {

    public ProductWithdrawn {
      skus = List.copyOf(skus);
    }
  }

  /** What the product is called and how it is described in one language (ISO 639-1, {@code de}). */
  record ProductText(String language, String title, String description) {}

  /**
   * One sellable form of the product.
   *
   * @param options what sets it apart: {@code Size → M}, in the order shown
   * @param images addresses of its pictures, the main one first
   * @param weightGrams for shipping, when known
   * @param components of what it is put together, when it is a bundle
   */
  record Variant(
      Sku sku,
      @Nullable Gtin gtin,
      List<VariantOption> options,
      List<String> images,
      @Nullable Integer weightGrams,
      List<BundleComponent> components) {

    public Variant {
      options = List.copyOf(options);
      images = List.copyOf(images);
      components = components == null ? List.of() : List.copyOf(components);
    }
  }

  /** A property that tells variants apart. */
  record VariantOption(String name, String value) {}

  /** So many units of an article in one bundle. */
  record BundleComponent(Sku sku, Quantity quantity) {}
}
