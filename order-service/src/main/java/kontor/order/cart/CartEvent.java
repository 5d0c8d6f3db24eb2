package kontor.order.cart;

import kontor.contracts.CountryCode;
import kontor.contracts.EventType;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/** What happened to a cart. Stays inside this service. */
public sealed interface CartEvent {

  /** A visitor took a cart. */
  @EventType("kontor.cart.opened.v1")
  record CartOpened(String owner, CountryCode country) implements CartEvent {}

  /** So many units are wanted now; none takes the line out. */
  @EventType("kontor.cart.line-set.v1")
  record LineSet(Sku sku, Quantity quantity) implements CartEvent {}

  /** The code that the buyer entered; none when absent. */
  @EventType("kontor.cart.coupon-set.v1")
  record CouponSet(@Nullable String coupon) implements CartEvent {}

  /** It became this order and changes no more. */
  @EventType("kontor.cart.checked-out.v1")
  record CartCheckedOut(OrderId order) implements CartEvent {}
}
