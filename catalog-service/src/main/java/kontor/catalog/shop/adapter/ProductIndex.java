package kontor.catalog.shop.adapter;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.catalog.platform.PlatformSettings;
import kontor.catalog.shop.ProductCard;
import kontor.catalog.shop.Showcase;
import kontor.contracts.CountryCode;
import kontor.contracts.ProductId;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.topic.EventCodec;
import kontor.pricing.cart.Buyer;
import kontor.search.Filter;
import kontor.search.Hit;
import kontor.search.SearchIndex;
import kontor.search.SearchRequest;
import kontor.search.SearchResult;
import org.jspecify.annotations.Nullable;

/**
 * This instance's index of the products on offer. A document changes with its product, but also
 * with a price or with the stock, so its number is not the product's version: each write gets the
 * next number, which is kept beside the positions of the topics and committed with them.
 */
@Singleton
final class ProductIndex {

  private static final String WRITES = "writes";

  /**
   * A product as its topic says it is from a version on.
   *
   * @param product absent when it is withdrawn
   */
  record Change(ProductId id, long version, @Nullable ProductPublished product) {}

  private final SearchIndex index;
  private final EventCodec codec;
  private final Showcase showcase;
  private final Buyer shopper;
  private long writes;

  ProductIndex(PlatformSettings settings, EventCodec codec, Showcase showcase) throws IOException {
    this.codec = codec;
    this.showcase = showcase;
    this.shopper =
        Showcase.shopper(
            new CountryCode(settings.shop().country()),
            Currency.getInstance(settings.shop().currency()));
    index =
        SearchIndex.open(
            settings.dataDir().resolve(settings.instance() + "-products"), ProductDocuments.SCHEMA);
    writes = index.positions().getOrDefault(WRITES, 0L);
  }

  /** Where to go on reading, by topic and partition. */
  Map<String, Long> positions() {
    Map<String, Long> positions = new HashMap<>(index.positions());
    positions.remove(WRITES);
    return positions;
  }

  void advance(String partition, long nextOffset) {
    index.advance(partition, nextOffset);
  }

  /** Takes what the products' topic says, in its order; what is not newer is passed over. */
  synchronized void take(List<Change> changes) {
    index.refresh();
    Map<ProductId, Long> taken = new HashMap<>();
    for (Change change : changes) {
      long known = taken.computeIfAbsent(change.id(), this::version);
      if (change.version() > known) {
        take(change);
        taken.put(change.id(), change.version());
      }
    }
  }

  private void take(Change change) {
    ProductPublished product = change.product();
    if (product == null) {
      index.delete(change.id().value(), next());
    } else {
      write(product, entry(product, change.version()));
    }
  }

  /** Computes anew what the place in lists depends on, of all products with one of the SKUs. */
  synchronized void review(Set<String> skus) {
    index.refresh();
    review(
        Filter.anyOf(
            Filter.terms(ProductDocuments.SKU, skus),
            Filter.terms(ProductDocuments.COMPONENT, skus)));
  }

  /** As {@link #review(Set)}, of all products. */
  synchronized void reviewAll() {
    index.refresh();
    review(Filter.exists(ProductDocuments.SKU));
  }

  /** Makes all that was taken findable now. */
  void refresh() {
    index.refresh();
  }

  SearchResult search(SearchRequest request) {
    return index.search(request);
  }

  /** The product as the index has it; what was put in the last moment may not show yet. */
  Optional<ProductPublished> find(ProductId id) {
    return index.get(id.value()).map(this::product);
  }

  ProductPublished product(Hit hit) {
    return read(IndexEntry.of(hit.text()).product());
  }

  private void review(Filter which) {
    Optional<String> cursor = Optional.empty();
    do {
      SearchRequest.Builder page =
          SearchRequest.builder().filter(which).limit(SearchRequest.MAX_LIMIT);
      cursor.ifPresent(page::cursor);
      SearchResult found = index.search(page.build());
      found.hits().forEach(this::review);
      cursor = found.next();
    } while (cursor.isPresent());
  }

  private void review(Hit hit) {
    IndexEntry before = IndexEntry.of(hit.text());
    ProductPublished product = read(before.product());
    IndexEntry now = entry(product, before.version());
    if (!now.ranksAs(before)) {
      write(product, now);
    }
  }

  private long version(ProductId id) {
    return index.get(id.value()).map(hit -> IndexEntry.of(hit.text()).version()).orElse(0L);
  }

  private void write(ProductPublished product, IndexEntry entry) {
    index.put(product.product().value(), next(), ProductDocuments.document(product, entry));
  }

  private long next() {
    index.advance(WRITES, ++writes);
    return writes;
  }

  private IndexEntry entry(ProductPublished product, long version) {
    return new IndexEntry(
        version,
        ProductCard.lowest(product, shopper, showcase).map(price -> price.minor()).orElse(-1L),
        ProductCard.available(product, showcase) > 0,
        new String(codec.write(product), StandardCharsets.UTF_8));
  }

  private ProductPublished read(String json) {
    return (ProductPublished)
        codec
            .read(EventCodec.type(ProductPublished.class), json.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
  }

  @PreDestroy
  void close() throws IOException {
    index.close();
  }
}
