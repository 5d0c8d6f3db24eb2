/** Price reductions for a time: promotions and coupons. Topic {@code promotions}. */
@NullMarked
package kontor.contracts.promotion;

import org.jspecify.annotations.NullMarked;
