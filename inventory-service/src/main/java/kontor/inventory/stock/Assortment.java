package kontor.inventory.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;

/** What inventory knows of the assortment: which SKUs there are and which of them are bundles. */
public final class Assortment {

  private final Map<ProductId, List<Variant>> products = new ConcurrentHashMap<>();
  private final Map<Sku, Variant> variants = new ConcurrentHashMap<>();

  /** A withdrawn product's SKUs stay known: there may be stock of them, and orders. */
  public void take(ProductEvent event) {
    if (event instanceof ProductPublished published) {
      products.put(published.product(), published.variants());
      variants.putAll(
          published.variants().stream().collect(Collectors.toMap(Variant::sku, v -> v)));
    }
  }

  public boolean knows(Sku sku) {
    return variants.containsKey(sku);
  }

  /** The parts of a bundle; empty for an article that lies on the shelf as it is. */
  public List<BundleComponent> components(Sku sku) {
    return Optional.ofNullable(variants.get(sku)).map(Variant::components).orElse(List.of());
  }
}
