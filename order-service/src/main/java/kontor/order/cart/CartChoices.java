package kontor.order.cart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.PromotionId;
import kontor.order.cart.CartEvent.Business;
import kontor.order.cart.CartEvent.RefusedPromotion;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer chose besides the articles.
 *
 * @param coupon the code that he entered; absent: none
 * @param shippingMethod the code of the method that he wants; absent: the cheapest
 * @param business who he buys for; absent: himself, as a consumer
 * @param refused promotions that he was told he does not get, until he enters a code again
 */
public record CartChoices(
    @Nullable String coupon,
    @Nullable String shippingMethod,
    @Nullable Business business,
    List<RefusedPromotion> refused) {

  public static final CartChoices NONE = new CartChoices(null, null, null, List.of());

  public CartChoices {
    refused = List.copyOf(refused);
  }

  CartChoices withCoupon(@Nullable String now) {
    return new CartChoices(now, shippingMethod, business, List.of());
  }

  CartChoices withShippingMethod(@Nullable String now) {
    return new CartChoices(coupon, now, business, refused);
  }

  CartChoices withBusiness(@Nullable Business now) {
    return new CartChoices(coupon, shippingMethod, now, refused);
  }

  /** Of one promotion, what was said last counts. */
  CartChoices refusing(List<RefusedPromotion> more) {
    Map<PromotionId, RefusedPromotion> all = new LinkedHashMap<>();
    refused.forEach(one -> all.put(one.promotion(), one));
    more.forEach(one -> all.put(one.promotion(), one));
    return new CartChoices(coupon, shippingMethod, business, List.copyOf(all.values()));
  }

  /** The given code if there was none. */
  CartChoices orCoupon(@Nullable String other) {
    return coupon == null ? withCoupon(other) : this;
  }
}
