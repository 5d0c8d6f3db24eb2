package kontor.catalog.shop.adapter;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kontor.catalog.platform.CaughtUp;
import kontor.catalog.price.Periods;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.stock.StockLevelEvent;
import kontor.eventstore.kafka.StateView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the places of products in lists current: when a price, the stock or a promotion changes,
 * and when a period begins or ends. Many changes of a moment are one look at the index.
 */
@Startup
@Singleton
final class IndexReview implements CaughtUp.Follower {

  private static final Logger LOG = LoggerFactory.getLogger(IndexReview.class);
  private static final long EVERY_MILLIS = 100;
  private static final int TOGETHER = 500;

  private final ProductIndex index;
  private final StateView<PriceEvent> prices;
  private final StateView<StockLevelEvent> stock;
  private final StandingPromotions promotions;
  private final Clock clock;
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final Set<String> repriced = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean everything = new AtomicBoolean();
  private final PriorityQueue<Due> dues = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "index-review");
            thread.setDaemon(true);
            return thread;
          });
  private Instant promotionsDue = Instant.MAX;
  private volatile boolean begun;

  /** A moment at which a price of the article begins or ends. */
  private record Due(Instant at, String sku) {}

  IndexReview(
      ProductIndex index,
      StateView<PriceEvent> prices,
      StateView<StockLevelEvent> stock,
      StateView<PromotionEvent> promotionEvents,
      StandingPromotions promotions,
      Clock clock) {
    this.index = index;
    this.prices = prices;
    this.stock = stock;
    this.promotions = promotions;
    this.clock = clock;
    prices.onChange(event -> repriced.add(event.sku().value()));
    stock.onChange(event -> changed.add(event.sku().value()));
    promotionEvents.onChange(event -> everything.set(true));
    var unused =
        timer.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Whether the first look at everything, with complete views, is done. */
  @Override
  public boolean caughtUp() {
    return begun;
  }

  private void tick() {
    try {
      if (begun) {
        review(clock.instant());
      } else if (prices.caughtUp() && stock.caughtUp()) {
        begin();
      }
    } catch (RuntimeException e) {
      LOG.error("the index could not be reviewed and will be again", e);
      everything.set(true);
    }
  }

  private void begin() {
    prices.all().forEach(event -> repriced.add(event.sku().value()));
    everything.set(true);
    review(clock.instant());
    begun = true;
  }

  private void review(Instant now) {
    drain(repriced, Integer.MAX_VALUE)
        .forEach(
            sku -> {
              changed.add(sku);
              watch(sku, now);
            });
    for (Due due = dues.peek(); due != null && !due.at().isAfter(now); due = dues.peek()) {
      dues.remove();
      changed.add(due.sku());
      watch(due.sku(), now);
    }
    boolean all = everything.getAndSet(false) || !promotionsDue.isAfter(now);
    if (all) {
      promotionsDue = Periods.nextOf(promotions.book().promotions(), now);
      changed.clear();
      index.reviewAll();
    }
    while (!changed.isEmpty()) {
      index.review(drain(changed, TOGETHER));
    }
  }

  private void watch(String sku, Instant now) {
    prices
        .find(sku)
        .filter(PricesSet.class::isInstance)
        .map(event -> Periods.next(((PricesSet) event).prices(), now))
        .filter(next -> next.isBefore(Instant.MAX))
        .ifPresent(next -> dues.add(new Due(next, sku)));
  }

  private static Set<String> drain(Set<String> from, int most) {
    Set<String> drained = new HashSet<>();
    for (Iterator<String> it = from.iterator(); it.hasNext() && drained.size() < most; ) {
      drained.add(it.next());
      it.remove();
    }
    return drained;
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
  }
}
