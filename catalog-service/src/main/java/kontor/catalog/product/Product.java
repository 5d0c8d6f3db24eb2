package kontor.catalog.product;

import java.util.List;
import java.util.Optional;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductWithdrawn;
import kontor.contracts.product.ProductEvent.Variant;

/** A product as its stream tells it. */
public sealed interface Product {

  /** Never published. */
  record Unknown() implements Product {}

  /** On offer in this form. */
  record Offered(ProductPublished content) implements Product {}

  /** No longer sold. */
  record Withdrawn(ProductWithdrawn last) implements Product {}

  /** The state after the event. */
  static Product evolve(Product before, ProductEvent event) {
    if (event instanceof ProductPublished published) {
      return new Offered(published);
    }
    if (event instanceof ProductWithdrawn withdrawn) {
      return new Withdrawn(withdrawn);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  /** The sellable forms on offer, none when it is not. */
  default List<Variant> variants() {
    return this instanceof Offered offered ? offered.content().variants() : List.of();
  }

  default Optional<Variant> variant(Sku sku) {
    return variants().stream().filter(variant -> variant.sku().equals(sku)).findFirst();
  }

  /** The product's id, once it has been published. */
  default Optional<ProductId> id() {
    if (this instanceof Offered offered) {
      return Optional.of(offered.content().product());
    }
    return this instanceof Withdrawn withdrawn
        ? Optional.of(withdrawn.last().product())
        : Optional.empty();
  }
}
