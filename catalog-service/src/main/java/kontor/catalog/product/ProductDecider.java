package kontor.catalog.product;

import java.util.List;
import kontor.catalog.product.Product.Offered;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductWithdrawn;
import kontor.contracts.product.ProductEvent.Variant;

/** What publishing and withdrawing a product lead to; the content is checked before. */
final class ProductDecider {

  private ProductDecider() {}

  /** To publish what already stands there decides nothing. */
  static List<ProductEvent> publish(ProductPublished wanted, Product product) {
    return product instanceof Offered offered && offered.content().equals(wanted)
        ? List.of()
        : List.of(wanted);
  }

  /** To withdraw what is not on offer decides nothing. */
  static List<ProductEvent> withdraw(Product product) {
    return product instanceof Offered offered
        ? List.of(
            new ProductWithdrawn(
                offered.content().product(),
                offered.content().variants().stream().map(Variant::sku).toList()))
        : List.of();
  }
}
