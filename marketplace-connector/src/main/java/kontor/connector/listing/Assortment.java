package kontor.connector.listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;

/** All articles as the catalog last published them. */
public final class Assortment {

  private final Map<ProductId, ProductPublished> products = new ConcurrentHashMap<>();
  private final Map<Sku, Article> articles = new ConcurrentHashMap<>();

  /** A variant and the product it is a form of. */
  public record Article(ProductPublished product, Variant variant) {}

  /** Returns the SKUs that the event is about. */
  public List<Sku> take(ProductEvent event) {
    ProductPublished before =
        event instanceof ProductPublished now
            ? products.put(now.product(), now)
            : products.remove(event.product());
    if (before != null) {
      before.variants().forEach(variant -> articles.remove(variant.sku()));
    }
    if (event instanceof ProductPublished now) {
      now.variants().forEach(variant -> articles.put(variant.sku(), new Article(now, variant)));
      return now.variants().stream().map(Variant::sku).toList();
    }
    return List.of();
  }

  public Optional<ProductPublished> product(ProductId product) {
    return Optional.ofNullable(products.get(product));
  }

  public Optional<Article> find(Sku sku) {
    return Optional.ofNullable(articles.get(sku));
  }

  /** What is not known is taxed as most goods are. */
  public TaxClass taxClass(Sku sku) {
    return find(sku).map(article -> article.product().taxClass()).orElse(TaxClass.STANDARD);
  }

  public Set<Sku> skus() {
    return Set.copyOf(articles.keySet());
  }

  /** Bundles that an article is part of: their quantity follows from it. */
  public List<Sku> bundlesWith(Sku component) {
    return articles.values().stream()
        .map(Article::variant)
        .filter(v -> v.components().stream().anyMatch(part -> part.sku().equals(component)))
        .map(Variant::sku)
        .toList();
  }
}
