package kontor.pricing.promotion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.promotion.PromotionEvent.PromotionEnded;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;

/** The promotions as the events have published and ended them. Immutable. */
public record PromotionBook(List<PromotionPublished> promotions) {

  /** No promotions at all. */
  public static final PromotionBook EMPTY = new PromotionBook(List.of());

  public PromotionBook {
    promotions = List.copyOf(promotions);
  }

  /** A book after these events, in their order. */
  public static PromotionBook of(Collection<? extends PromotionEvent> events) {
    Map<PromotionId, PromotionPublished> standing = new LinkedHashMap<>();
    for (PromotionEvent event : events) {
      if (event instanceof PromotionPublished published) {
        standing.put(published.promotion(), published);
      } else if (event instanceof PromotionEnded ended) {
        standing.remove(ended.promotion());
      } else {
        throw new IllegalArgumentException("no rule for " + event);
      }
    }
    return new PromotionBook(List.copyOf(standing.values()));
  }
}
