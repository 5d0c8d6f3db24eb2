package kontor.connector.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Articles of which the marketplace may show another quantity than we believe, unless we change it
 * soon: it has sold units, or what another process sent may still come through. When as many units
 * came back here meanwhile, ours is what it was and nothing is sent; such articles are to be
 * compared.
 */
final class Doubts {

  /** Longer than a sale takes through our books and back to the marketplace. */
  private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(30);

  private final Map<Sku, Doubt> open = new ConcurrentHashMap<>();
  private final Clock clock;

  /**
   * @param believed the quantity that we took the marketplace to show when the doubt arose
   */
  private record Doubt(Instant at, @Nullable Quantity believed) {}

  Doubts(Clock clock) {
    this.clock = clock;
  }

  /** Any thread may say so. */
  void add(Collection<Sku> skus, Function<Sku, Listing> listing) {
    for (Sku sku : skus) {
      open.putIfAbsent(sku, new Doubt(clock.instant(), listing.apply(sku).quantity()));
    }
  }

  /** Those whose quantity should have followed by now and has not. */
  List<Sku> unchanged(Function<Sku, Listing> listing) {
    Instant due = clock.instant().minus(FOLLOWED_WITHIN);
    List<Sku> unchanged = new ArrayList<>();
    open.forEach(
        (sku, doubt) -> {
          if (!doubt.at().isAfter(due) && open.remove(sku, doubt)) {
            Quantity now = listing.apply(sku).quantity();
            if (now != null && now.equals(doubt.believed())) {
              unchanged.add(sku);
            }
          }
        });
    return unchanged;
  }
}
