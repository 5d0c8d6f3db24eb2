package kontor.order.cart;

import java.time.Instant;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.order.cart.CartEvent.BuyerSet;
import kontor.order.cart.CartEvent.CartCheckedOut;
import kontor.order.cart.CartEvent.CartMerged;
import kontor.order.cart.CartEvent.CartOpened;
import kontor.order.cart.CartEvent.CountrySet;
import kontor.order.cart.CartEvent.CouponSet;
import kontor.order.cart.CartEvent.GuestCartTaken;
import kontor.order.cart.CartEvent.LineSet;
import kontor.order.cart.CartEvent.NoticesDismissed;
import kontor.order.cart.CartEvent.PromotionsRefused;
import kontor.order.cart.CartEvent.ShippingMethodSet;
import org.jspecify.annotations.Nullable;

/** Where a cart stands. */
public sealed interface ShoppingCart {

  /** Nobody took it. */
  record NoCart() implements ShoppingCart {}

  /**
   * Open for changes, by its owner only.
   *
   * @param country of delivery
   * @param touchedAt when it last changed; absent: that was not noted
   */
  record OpenCart(
      String owner,
      CountryCode country,
      CartLines lines,
      CartChoices choices,
      @Nullable Instant touchedAt)
      implements ShoppingCart {

    /** Whether nobody changed it since then. */
    public boolean untouchedSince(Instant then) {
      return touchedAt != null && touchedAt.isBefore(then);
    }

    OpenCart with(CartLines now, @Nullable Instant at) {
      return new OpenCart(owner, country, now, choices, at);
    }

    OpenCart with(CartChoices now, @Nullable Instant at) {
      return new OpenCart(owner, country, lines, now, at);
    }
  }

  /** It became an order. */
  record OrderedCart(OpenCart was, OrderId order) implements ShoppingCart {}

  /**
   * A guest's cart that ended when he signed in.
   *
   * @param into the customer's cart that takes its lines
   */
  record MergedCart(OpenCart was, String into) implements ShoppingCart {}

  /** Never refuses: it happened. */
  static ShoppingCart evolve(ShoppingCart state, CartEvent event) {
    if (event instanceof CartOpened e) {
      return new OpenCart(e.owner(), e.country(), CartLines.NONE, CartChoices.NONE, e.at());
    }
    if (event instanceof CartMerged e) {
      return new MergedCart(
          state instanceof MergedCart before ? before.was() : open(state), e.into());
    }
    if (event instanceof CartCheckedOut e) {
      return new OrderedCart(open(state), e.order());
    }
    return changed(open(state), event);
  }

  private static OpenCart changed(OpenCart cart, CartEvent event) {
    if (event instanceof LineSet e) {
      return cart.with(cart.lines().set(e), e.at());
    }
    if (event instanceof NoticesDismissed e) {
      return cart.with(cart.lines().seen(e.lines()), e.at());
    }
    if (event instanceof GuestCartTaken e) {
      return cart.with(cart.lines().taken(e), e.at())
          .with(cart.choices().orCoupon(e.coupon()), e.at());
    }
    if (event instanceof PromotionsRefused e) {
      return cart.with(cart.choices().refusing(e.promotions()), e.at());
    }
    if (event instanceof CouponSet e) {
      return cart.with(cart.choices().withCoupon(e.coupon()), e.at());
    }
    if (event instanceof ShippingMethodSet e) {
      return cart.with(cart.choices().withShippingMethod(e.method()), e.at());
    }
    if (event instanceof BuyerSet e) {
      return cart.with(cart.lines().unseen(), e.at())
          .with(cart.choices().withBusiness(e.business()), e.at());
    }
    if (event instanceof CountrySet e) {
      return new OpenCart(cart.owner(), e.country(), cart.lines(), cart.choices(), e.at());
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private static OpenCart open(ShoppingCart state) {
    if (state instanceof OpenCart open) {
      return open;
    }
    throw new IllegalStateException("not an open cart: " + state);
  }
}
