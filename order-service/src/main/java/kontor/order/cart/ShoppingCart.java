package kontor.order.cart;

import java.util.LinkedHashMap;
import java.util.Map;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.cart.CartEvent.CartCheckedOut;
import kontor.order.cart.CartEvent.CartOpened;
import kontor.order.cart.CartEvent.CouponSet;
import kontor.order.cart.CartEvent.LineSet;
import org.jspecify.annotations.Nullable;

/** Where a cart stands. */
public sealed interface ShoppingCart {

  /** Nobody took it. */
  record NoCart() implements ShoppingCart {}

  /** Open for changes, by its owner only. */
  record OpenCart(
      String owner, CountryCode country, Map<Sku, Quantity> lines, @Nullable String coupon)
      implements ShoppingCart {

    public OpenCart {
      lines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }
  }

  /** It became an order. */
  record OrderedCart(OpenCart was, OrderId order) implements ShoppingCart {}

  /** Never refuses: it happened. */
  static ShoppingCart evolve(ShoppingCart state, CartEvent event) {
    if (event instanceof CartOpened e) {
      return new OpenCart(e.owner(), e.country(), Map.of(), null);
    }
    if (!(state instanceof OpenCart open)) {
      throw new IllegalStateException("not an open cart: " + state + " at " + event);
    }
    if (event instanceof LineSet e) {
      Map<Sku, Quantity> lines = new LinkedHashMap<>(open.lines());
      if (e.quantity().isZero()) {
        lines.remove(e.sku());
      } else {
        lines.put(e.sku(), e.quantity());
      }
      return new OpenCart(open.owner(), open.country(), lines, open.coupon());
    }
    if (event instanceof CouponSet e) {
      return new OpenCart(open.owner(), open.country(), open.lines(), e.coupon());
    }
    if (event instanceof CartCheckedOut e) {
      return new OrderedCart(open, e.order());
    }
    throw new IllegalArgumentException("no rule for " + event);
  }
}
