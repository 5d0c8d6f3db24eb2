package kontor.order.cart;

import org.jspecify.annotations.Nullable;

/**
 * What a buyer chose besides the articles.
 *
 * @param coupon the code that he entered; absent: none
 */
public record CartChoices(@Nullable String coupon) {

  public static final CartChoices NONE = new CartChoices(null);

  CartChoices withCoupon(@Nullable String now) {
    return new CartChoices(now);
  }

  /** The given code if there was none. */
  CartChoices orCoupon(@Nullable String other) {
    return coupon == null ? withCoupon(other) : this;
  }
}
