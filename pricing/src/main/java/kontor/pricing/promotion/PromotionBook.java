package kontor.pricing.promotion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Without those that have a limit of uses. */
  PromotionBook unlimited() {
    return new PromotionBook(promotions.stream().filter(p -> !p.limited()).toList());
  }

  /** Without these. */
  public PromotionBook without(Set<PromotionId> ids) {
    return ids.isEmpty()
        ? this
        : new PromotionBook(promotions.stream().filter(p -> !ids.contains(p.promotion())).toList());
  }

  /** These, as they stand, in their order; those that do not stand are left out. */
  public List<PromotionPublished> of(List<AppliedPromotion> applied) {
    return applied.stream()
        .flatMap(one -> promotions.stream().filter(p -> p.promotion().equals(one.promotion())))
        .toList();
  }
}
