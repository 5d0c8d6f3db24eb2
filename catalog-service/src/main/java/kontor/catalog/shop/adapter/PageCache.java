package kontor.catalog.shop.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kontor.catalog.price.Periods;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.stock.StockLevelEvent;
import kontor.eventstore.kafka.StateView;
import kontor.pricing.promotion.PromotionBook;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were worked out a moment ago. One is given again only while every price, stock
 * figure and promotion that went into it still stands, no period has begun or ended, and it is
 * younger than the time that the index takes to show a change anyway.
 */
@Singleton
final class PageCache {

  private static final long MOST_BYTES = 12L << 20;
  private static final Duration YOUNG = Duration.ofMillis(300);

  private final StateView<PriceEvent> prices;
  private final StateView<StockLevelEvent> stock;
  private final StandingPromotions promotions;
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<String, Page> pages =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String key, Page page) -> key.length() + page.weight())
          .build();

  /** An answer and the products that it shows. */
  record Made(String json, Collection<ProductPublished> products) {}

  /** What of an article went into a page. */
  private record Seen(String sku, @Nullable PriceEvent price, @Nullable StockLevelEvent stock) {}

  private record Page(String json, List<Seen> seen, PromotionBook book, Instant until) {
    int weight() {
      return json.length() + 64 * seen.size();
    }
  }

  PageCache(
      StateView<PriceEvent> prices,
      StateView<StockLevelEvent> stock,
      StandingPromotions promotions,
      Clock clock) {
    this.prices = prices;
    this.stock = stock;
    this.promotions = promotions;
    this.clock = clock;
    prices.onChange(event -> changes.incrementAndGet());
    stock.onChange(event -> changes.incrementAndGet());
  }

  /** The answer to the question that the key names, made anew when it must be. */
  String get(String key, Supplier<Made> make) {
    Instant now = clock.instant();
    Page known = pages.getIfPresent(key);
    if (known != null && holds(known, now)) {
      return known.json();
    }
    long before = changes.get();
    PromotionBook book = promotions.book();
    Made made = make.get();
    List<Seen> seen = seen(made.products());
    if (changes.get() == before) { // else what was noted may be newer than what was shown
      pages.put(key, new Page(made.json(), seen, book, until(seen, book, now)));
    }
    return made.json();
  }

  private boolean holds(Page page, Instant now) {
    return now.isBefore(page.until())
        && page.book().equals(promotions.book())
        && page.seen().stream().allMatch(this::holds);
  }

  private boolean holds(Seen seen) {
    return Objects.equals(prices.find(seen.sku()).orElse(null), seen.price())
        && Objects.equals(stock.find(seen.sku()).orElse(null), seen.stock());
  }

  private List<Seen> seen(Collection<ProductPublished> products) {
    Map<String, Seen> seen = new HashMap<>();
    for (ProductPublished product : products) {
      for (Variant variant : product.variants()) {
        seen.computeIfAbsent(variant.sku().value(), this::look);
        variant.components().forEach(c -> seen.computeIfAbsent(c.sku().value(), this::look));
      }
    }
    return List.copyOf(seen.values());
  }

  private Seen look(String sku) {
    return new Seen(sku, prices.find(sku).orElse(null), stock.find(sku).orElse(null));
  }

  private static Instant until(List<Seen> seen, PromotionBook book, Instant now) {
    List<Price> all = new ArrayList<>();
    for (Seen one : seen) {
      if (one.price() instanceof PricesSet set) {
        all.addAll(set.prices());
      }
    }
    Instant next = Periods.next(all, now);
    Instant promotion = Periods.nextOf(book.promotions(), now);
    Instant young = now.plus(YOUNG);
    return next.isBefore(promotion) ? min(next, young) : min(promotion, young);
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
