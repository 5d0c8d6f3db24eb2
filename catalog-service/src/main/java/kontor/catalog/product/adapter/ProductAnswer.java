package kontor.catalog.product.adapter;

import java.util.List;
import kontor.catalog.edit.Refused;
import kontor.catalog.product.Product;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.eventstore.command.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A product as a manager sees it.
 *
 * @param version what its ETag says
 * @param status {@code OFFERED} or {@code WITHDRAWN}
 * @param skus of a withdrawn product, which keeps them for the books
 */
public record ProductAnswer(
    ProductId id,
    long version,
    String status,
    @Nullable List<ProductText> texts,
    @Nullable String brand,
    @Nullable List<String> categories,
    @Nullable TaxClass taxClass,
    @Nullable List<Variant> variants,
    @Nullable List<Sku> skus) {

  static ProductAnswer of(ProductId id, Versioned<Product> product) {
    if (product.state() instanceof Product.Offered offered) {
      var content = offered.content();
      return new ProductAnswer(
          id,
          product.version(),
          "OFFERED",
          content.texts(),
          content.brand(),
          content.categories(),
          content.taxClass(),
          content.variants(),
          null);
    }
    if (product.state() instanceof Product.Withdrawn gone) {
      return new ProductAnswer(
          id, product.version(), "WITHDRAWN", null, null, null, null, null, gone.last().skus());
    }
    throw Refused.notFound("product " + id);
  }
}
