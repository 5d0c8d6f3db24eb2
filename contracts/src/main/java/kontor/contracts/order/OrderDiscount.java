package kontor.contracts.order;

import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that an order was placed with. It is the order's own record: neither a change of the
 * promotion nor the end of the order touches it.
 *
 * @param name what the promotion was called
 * @param coupon the code that let it in; absent: it needed none
 * @param discount what it took off the goods, positive; with VAT where the buyer was shown prices
 *     with it, without where he was not
 * @param counted whether the promotion had a limit of uses, and this order is one of them
 */
public record OrderDiscount(
    PromotionId promotion, String name, @Nullable String coupon, Money discount, boolean counted) {}
