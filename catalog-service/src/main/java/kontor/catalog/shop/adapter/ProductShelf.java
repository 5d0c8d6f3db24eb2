package kontor.catalog.shop.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import kontor.contracts.ProductId;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.search.Hit;

/**
 * Products in memory as they are asked for most. The feed puts each change here at once; a miss is
 * read from the index, and never replaces what the feed has put meanwhile.
 */
@Singleton
final class ProductShelf {

  private static final int MOST = 4_000;

  /** The index shows a change within a fraction of a second; this bounds what could be missed. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final ProductIndex index;
  private final Cache<ProductId, Optional<ProductPublished>> shelf =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  ProductShelf(ProductIndex index) {
    this.index = index;
  }

  void put(ProductId id, Optional<ProductPublished> product) {
    shelf.put(id, product);
  }

  Optional<ProductPublished> find(ProductId id) {
    Optional<ProductPublished> held = shelf.getIfPresent(id);
    return held != null ? held : keep(id, index.find(id));
  }

  /** The newest form of a product that a search found; empty when it was withdrawn meanwhile. */
  Optional<ProductPublished> find(Hit hit) {
    ProductId id = new ProductId(hit.id());
    Optional<ProductPublished> held = shelf.getIfPresent(id);
    return held != null ? held : keep(id, Optional.of(index.product(hit)));
  }

  private Optional<ProductPublished> keep(ProductId id, Optional<ProductPublished> read) {
    Optional<ProductPublished> other = shelf.asMap().putIfAbsent(id, read);
    return other == null ? read : other;
  }
}
