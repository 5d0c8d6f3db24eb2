package kontor.order.promotion;

import java.time.Instant;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;

/**
 * A promotion that cannot be used, and why.
 *
 * @param shownSince who looked at his cart later than that was shown the price without it
 */
public record Refused(PromotionPublished promotion, UseRefusal why, Instant shownSince) {

  /** Carts follow the uses by up to two seconds; who a guest is they do not know. */
  static Refused of(PromotionPublished promotion, UseRefusal why, PromotionUses uses) {
    Instant last = uses.lastTakenAt();
    return new Refused(
        promotion,
        why,
        why == UseRefusal.USED_UP && last != null
            ? last.plus(LimitedPromotions.FRESH)
            : Instant.MAX);
  }
}
