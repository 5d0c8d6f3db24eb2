package kontor.catalog.price;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import org.jspecify.annotations.Nullable;

/** When what is paid changes by itself, because a period begins or ends. */
public final class Periods {

  private Periods() {}

  /** The next moment after {@code now} at which one of the prices begins or ends; MAX if none. */
  public static Instant next(Collection<Price> prices, Instant now) {
    return earliest(prices.stream().flatMap(p -> Stream.of(soonest(p.from(), p.until(), now))));
  }

  /** As {@link #next}, for promotions. */
  public static Instant nextOf(Collection<PromotionPublished> promotions, Instant now) {
    return earliest(promotions.stream().map(p -> soonest(p.from(), p.until(), now)));
  }

  private static Instant soonest(@Nullable Instant from, @Nullable Instant until, Instant now) {
    return earliest(Stream.of(from, until).filter(Objects::nonNull).filter(i -> i.isAfter(now)));
  }

  private static Instant earliest(Stream<Instant> moments) {
    return moments.min(Instant::compareTo).orElse(Instant.MAX);
  }
}
