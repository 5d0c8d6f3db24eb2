package kontor.order.assortment;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductWithdrawn;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.pricing.cart.Article;

/** The articles that can be ordered, as the catalog last published them. */
public final class Assortment {

  private final Map<Sku, Offered> articles = new ConcurrentHashMap<>();
  private final Map<ProductId, ProductPublished> products = new ConcurrentHashMap<>();

  /** An article, what it is called, and the form in which it is sold. */
  public record Offered(ProductId product, Article article, String title, Variant variant) {}

  /** Takes the newest word on a product; variants that are gone are no longer offered. */
  public void take(ProductEvent event) {
    ProductPublished before =
        event instanceof ProductPublished now
            ? products.put(now.product(), now)
            : products.remove(event.product());
    if (before != null) {
      before.variants().forEach(variant -> articles.remove(variant.sku()));
    }
    if (event instanceof ProductPublished now) {
      now.variants().forEach(variant -> articles.put(variant.sku(), offered(now, variant)));
    } else if (event instanceof ProductWithdrawn gone) {
      gone.skus().forEach(articles::remove);
    }
  }

  public Optional<Offered> find(Sku sku) {
    return Optional.ofNullable(articles.get(sku));
  }

  private static Offered offered(ProductPublished product, Variant variant) {
    StringBuilder title =
        new StringBuilder(
            product.texts().isEmpty() ? variant.sku().value() : product.texts().get(0).title());
    variant.options().forEach(option -> title.append(", ").append(option.value()));
    return new Offered(
        product.product(),
        new Article(variant.sku(), product.taxClass(), product.categories()),
        title.toString(),
        variant);
  }
}
