package kontor.order.cart;

import java.time.Instant;
import java.util.List;
import kontor.contracts.CountryCode;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.promotion.UseRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a cart, and when; events from before that was noted have no time. Stays inside
 * this service.
 */
public sealed interface CartEvent {

  /** Somebody took a cart. */
  @EventType("kontor.cart.opened.v1")
  record CartOpened(String owner, CountryCode country, @Nullable Instant at) implements CartEvent {}

  /**
   * So many units are wanted now; none takes the line out.
   *
   * @param seen the price of one unit that the buyer was shown; absent: none
   */
  @EventType("kontor.cart.line-set.v1")
  record LineSet(Sku sku, Quantity quantity, @Nullable Money seen, @Nullable Instant at)
      implements CartEvent {}

  /** The code that the buyer entered; none when absent. */
  @EventType("kontor.cart.coupon-set.v1")
  record CouponSet(@Nullable String coupon, @Nullable Instant at) implements CartEvent {}

  /** The method of shipping that the buyer wants; the cheapest when absent. */
  @EventType("kontor.cart.shipping-method-set.v1")
  record ShippingMethodSet(@Nullable String method, Instant at) implements CartEvent {}

  /**
   * Who buys: a consumer, or a business that is shown prices without VAT.
   *
   * @param business absent: a consumer
   */
  @EventType("kontor.cart.buyer-set.v1")
  record BuyerSet(@Nullable Business business, Instant at) implements CartEvent {}

  /** The parcel goes to another country. */
  @EventType("kontor.cart.country-set.v1")
  record CountrySet(CountryCode country, Instant at) implements CartEvent {}

  /** The buyer has taken note of what was said about these lines. */
  @EventType("kontor.cart.notices-dismissed.v1")
  record NoticesDismissed(List<SeenLine> lines, Instant at) implements CartEvent {

    public NoticesDismissed {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Its owner signed in, and what he had put into another cart as a guest came over.
   *
   * @param cart the guest's
   * @param lines as they stand now, for each SKU that the guest's cart held
   */
  @EventType("kontor.cart.guest-cart-taken.v1")
  record GuestCartTaken(String cart, List<TakenLine> lines, @Nullable String coupon, Instant at)
      implements CartEvent {

    public GuestCartTaken {
      lines = List.copyOf(lines);
    }
  }

  /** The buyer was told that he does not get these promotions: they are used up. */
  @EventType("kontor.cart.promotions-refused.v1")
  record PromotionsRefused(List<RefusedPromotion> promotions, Instant at) implements CartEvent {

    public PromotionsRefused {
      promotions = List.copyOf(promotions);
    }
  }

  /** Its lines go into a customer's cart; it changes no more. */
  @EventType("kontor.cart.merged.v1")
  record CartMerged(String into, Instant at) implements CartEvent {}

  /** It became this order and changes no more. */
  @EventType("kontor.cart.checked-out.v1")
  record CartCheckedOut(OrderId order) implements CartEvent {}

  /**
   * A business, as far as prices and VAT depend on it. Its name and VAT id may be a person's: they
   * are kept with the order's contact only.
   *
   * @param vatCountry the country that gave it a VAT id; absent: it told none
   */
  record Business(@Nullable CountryCode vatCountry) {}

  /** A promotion that the cart does not get, and why. */
  record RefusedPromotion(
      PromotionId promotion, String name, @Nullable String coupon, UseRefusal why) {}

  /** A line whose price of one unit the buyer has seen; absent: it has none now. */
  record SeenLine(Sku sku, @Nullable Money price) {}

  /**
   * A line after a merge.
   *
   * @param summed how many both carts held, if that was more than can be had; absent: it was not
   */
  record TakenLine(Sku sku, Quantity quantity, @Nullable Money seen, @Nullable Quantity summed) {}
}
