package kontor.order.cart;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.order.cart.ShoppingCart.NoCart;
import org.jspecify.annotations.Nullable;

/** All carts. */
public final class Carts {

  public static final AggregateType<ShoppingCart, CartEvent> TYPE =
      AggregateType.of("cart", CartEvent.class, id -> new NoCart(), ShoppingCart::evolve);

  private final Aggregates<ShoppingCart, CartEvent> carts;

  public Carts(Aggregates<ShoppingCart, CartEvent> carts) {
    this.carts = carts;
  }

  public ShoppingCart open(
      String id, String owner, CountryCode country, Map<Sku, Quantity> lines, Origin origin) {
    return carts.create(id, origin, cart -> CartDecider.open(cart, owner, country, lines)).state();
  }

  public ShoppingCart setLine(String id, Sku sku, Quantity quantity, Origin origin) {
    return apply(id, origin, cart -> CartDecider.setLine(cart, sku, quantity));
  }

  public ShoppingCart setCoupon(String id, @Nullable String coupon, Origin origin) {
    return apply(id, origin, cart -> CartDecider.setCoupon(cart, coupon));
  }

  public ShoppingCart checkOut(String id, OrderId order, Origin origin) {
    return apply(id, origin, cart -> CartDecider.checkOut(cart, order));
  }

  /** The cart as stored, whatever instance changed it last. */
  public ShoppingCart find(String id) {
    return carts.refresh(id).state();
  }

  private ShoppingCart apply(
      String id, Origin origin, Function<ShoppingCart, List<CartEvent>> rule) {
    return carts.update(id, origin, rule).state();
  }
}
