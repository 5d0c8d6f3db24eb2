package kontor.catalog.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.catalog.edit.Fault;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;

/** What a bundle may be put together from: articles on offer that are no bundles themselves. */
final class Bundles {

  private final Products products;

  Bundles(Products products) {
    this.products = products;
  }

  List<Fault> faults(ProductPublished product) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < product.variants().size(); i++) {
      Set<Sku> seen = new HashSet<>();
      List<BundleComponent> components = product.variants().get(i).components();
      for (int k = 0; k < components.size(); k++) {
        String at = "variants[" + i + "].components[" + k + "].";
        component(at, components.get(k), product, seen).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private Optional<Fault> component(
      String at, BundleComponent component, ProductPublished product, Set<Sku> seen) {
    Sku sku = component.sku();
    if (component.quantity().isZero()) {
      return Optional.of(new Fault(at + "quantity", "a bundle has at least one unit of each part"));
    }
    if (!seen.add(sku)) {
      return Optional.of(new Fault(at + "sku", "'" + sku + "' is there twice"));
    }
    Optional<Variant> article = own(product, sku);
    if (article.isEmpty()) {
      article = products.selling(sku).flatMap(other -> other.variant(sku));
    }
    if (article.isEmpty()) {
      return Optional.of(new Fault(at + "sku", "no article on offer has the SKU '" + sku + "'"));
    }
    return article.get().components().isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(at + "sku", "'" + sku + "' is a bundle itself"));
  }

  private static Optional<Variant> own(ProductPublished product, Sku sku) {
    return product.variants().stream().filter(variant -> variant.sku().equals(sku)).findFirst();
  }
}
