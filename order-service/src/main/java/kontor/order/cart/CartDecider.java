package kontor.order.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.cart.CartEvent.CartCheckedOut;
import kontor.order.cart.CartEvent.CartOpened;
import kontor.order.cart.CartEvent.CouponSet;
import kontor.order.cart.CartEvent.LineSet;
import kontor.order.cart.ShoppingCart.NoCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import org.jspecify.annotations.Nullable;

/** The rules of a cart: its owner changes it until it is ordered. */
public final class CartDecider {

  private CartDecider() {}

  public static List<CartEvent> open(
      ShoppingCart cart, String owner, CountryCode country, Map<Sku, Quantity> lines) {
    if (!(cart instanceof NoCart)) {
      return List.of();
    }
    List<CartEvent> events = new ArrayList<>();
    events.add(new CartOpened(owner, country));
    lines.forEach((sku, quantity) -> events.add(new LineSet(sku, quantity)));
    return events;
  }

  public static List<CartEvent> setLine(ShoppingCart cart, Sku sku, Quantity quantity) {
    if (!(cart instanceof OpenCart open)
        || open.lines().getOrDefault(sku, Quantity.ZERO).equals(quantity)) {
      return List.of();
    }
    return List.of(new LineSet(sku, quantity));
  }

  public static List<CartEvent> setCoupon(ShoppingCart cart, @Nullable String coupon) {
    return cart instanceof OpenCart ? List.of(new CouponSet(coupon)) : List.of();
  }

  /** To check out what is checked out decides nothing; the state tells which order it became. */
  public static List<CartEvent> checkOut(ShoppingCart cart, OrderId order) {
    return cart instanceof OpenCart ? List.of(new CartCheckedOut(order)) : List.of();
  }
}
