package kontor.pricing.promotion;

import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that took something off.
 *
 * @param coupon the code that let it in, when it needed one
 * @param discount what it took off the whole cart, positive
 */
public record AppliedPromotion(
    PromotionId promotion, String name, @Nullable String coupon, Money discount) {}
