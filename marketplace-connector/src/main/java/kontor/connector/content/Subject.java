package kontor.connector.content;

import kontor.contracts.ProductId;
import kontor.contracts.Sku;

/**
 * What something is said of: one article, or a product with all its forms.
 *
 * @param kind {@code sku} or {@code product}
 */
public record Subject(String kind, String id) {

  private static final String SKU = "sku";
  private static final String PRODUCT = "product";

  public Subject {
    if (!kind.equals(SKU) && !kind.equals(PRODUCT)) {
      throw new IllegalArgumentException("neither of a SKU nor of a product: '" + kind + "'");
    }
  }

  public static Subject of(Sku sku) {
    return new Subject(SKU, sku.value());
  }

  public static Subject of(ProductId product) {
    return new Subject(PRODUCT, product.value());
  }

  /** Whether it is about a single article. */
  public boolean single() {
    return kind.equals(SKU);
  }

  /** Tells it from all others. */
  String key() {
    return kind + "/" + id;
  }
}
