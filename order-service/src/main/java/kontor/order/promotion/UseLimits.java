package kontor.order.promotion;

import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import org.jspecify.annotations.Nullable;

/**
 * How many orders may use a promotion.
 *
 * @param inAll no limit when absent
 * @param perCustomer no limit when absent
 */
public record UseLimits(@Nullable Integer inAll, @Nullable Integer perCustomer) {

  static UseLimits of(PromotionPublished promotion) {
    return new UseLimits(promotion.usesInAll(), promotion.usesPerCustomer());
  }
}
