package kontor.catalog.promotion;

import java.util.List;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.promotion.PromotionEvent.PromotionEnded;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;

/** A promotion as its stream tells it. */
public sealed interface Promotion {

  /** Never published. */
  record Unknown() implements Promotion {}

  /** It holds in its bounds. */
  record Standing(PromotionPublished content) implements Promotion {}

  /** It applies no more. */
  record Ended(PromotionEnded last) implements Promotion {}

  /** The state after the event. */
  static Promotion evolve(Promotion before, PromotionEvent event) {
    if (event instanceof PromotionPublished published) {
      return new Standing(published);
    }
    if (event instanceof PromotionEnded ended) {
      return new Ended(ended);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  /** To publish what stands there decides nothing. */
  default List<PromotionEvent> publish(PromotionPublished wanted) {
    return this instanceof Standing standing && standing.content().equals(wanted)
        ? List.of()
        : List.of(wanted);
  }

  /** To end what does not stand decides nothing. */
  default List<PromotionEvent> end() {
    return this instanceof Standing standing
        ? List.of(new PromotionEnded(standing.content().promotion()))
        : List.of();
  }
}
