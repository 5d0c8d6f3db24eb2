package kontor.order.cart;

import kontor.order.cart.CartEvent.Business;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer chose besides the articles.
 *
 * @param coupon the code that he entered; absent: none
 * @param shippingMethod the code of the method that he wants; absent: the cheapest
 * @param business who he buys for; absent: himself, as a consumer
 */
public record CartChoices(
    @Nullable String coupon, @Nullable String shippingMethod, @Nullable Business business) {

  public static final CartChoices NONE = new CartChoices(null, null, null);

  CartChoices withCoupon(@Nullable String now) {
    return new CartChoices(now, shippingMethod, business);
  }

  CartChoices withShippingMethod(@Nullable String now) {
    return new CartChoices(coupon, now, business);
  }

  CartChoices withBusiness(@Nullable Business now) {
    return new CartChoices(coupon, shippingMethod, now);
  }

  /** The given code if there was none. */
  CartChoices orCoupon(@Nullable String other) {
    return coupon == null ? withCoupon(other) : this;
  }
}
