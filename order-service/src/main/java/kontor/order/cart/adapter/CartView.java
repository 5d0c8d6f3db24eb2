package kontor.order.cart.adapter;

import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.assortment.Assortment;
import kontor.order.cart.CartCheck;
import kontor.order.cart.CartEvent.LineSet;
import kontor.order.cart.CartEvent.SeenLine;
import kontor.order.cart.CartLines;
import kontor.order.cart.CartPrices;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.Carts;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.order.cart.adapter.CartAnswer.ShippingAnswer;
import kontor.order.promotion.Redeemers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a buyer is shown of his cart: prices and stock of this moment. */
@Component
class CartView {

  private final Carts carts;
  private final CartPrices prices;
  private final CartCheck check;
  private final Assortment assortment;
  private final Redeemers redeemers;

  CartView(
      Carts carts, CartPrices prices, CartCheck check, Assortment assortment, Redeemers redeemers) {
    this.carts = carts;
    this.prices = prices;
    this.check = check;
    this.assortment = assortment;
    this.redeemers = redeemers;
  }

  private Priced price(OpenCart cart) {
    return prices.price(cart, redeemers.looking(cart.owner(), null));
  }

  boolean sells(Sku sku) {
    return assortment.find(sku).isPresent();
  }

  CartAnswer answer(String id, ShoppingCart cart) {
    OpenCart content = CartAnswer.content(cart);
    OrderId order = cart instanceof OrderedCart ordered ? ordered.order() : null;
    return answer(id, cart, prices.price(content, redeemers.looking(content.owner(), order)));
  }

  CartAnswer answer(String id, ShoppingCart cart, Priced priced) {
    return CartAnswer.of(id, cart, priced, check.of(CartAnswer.content(cart), priced), assortment);
  }

  /** The methods of shipping that take a cart, the cheapest first. */
  List<ShippingAnswer> shipping(OpenCart cart) {
    Priced priced = price(cart);
    return priced.offers().stream()
        .map(o -> ShippingAnswer.of(o, priced.chosen().filter(o::equals).isPresent()))
        .toList();
  }

  /** The line with the price that its buyer is about to be shown. */
  LineSet line(OpenCart cart, Sku sku, Quantity quantity) {
    LineSet line = carts.line(sku, quantity, null);
    OpenCart draft =
        new OpenCart(
            cart.owner(), cart.country(), cart.lines().set(line), cart.choices(), line.at());
    Money seen = quantity.isZero() ? null : price(draft).unitPrice(sku).orElse(null);
    return carts.line(sku, quantity, seen);
  }

  /**
   * A cart before it is opened, whose lines know the prices that its buyer is about to be shown.
   */
  record Draft(OpenCart cart, Priced priced) {}

  Draft draft(OpenCart bare) {
    Priced priced = price(bare);
    CartLines lines = bare.lines();
    for (SeenLine line : seen(bare, priced)) {
      lines = lines.set(carts.line(line.sku(), lines.quantity(line.sku()), line.price()));
    }
    return new Draft(
        new OpenCart(bare.owner(), bare.country(), lines, bare.choices(), bare.touchedAt()),
        priced);
  }

  /** The lines' prices as the buyer has seen them now: of one SKU, or of all. */
  List<SeenLine> seen(OpenCart cart, @Nullable Sku only) {
    return seen(cart, price(cart)).stream()
        .filter(line -> only == null || line.sku().equals(only))
        .toList();
  }

  private static List<SeenLine> seen(OpenCart cart, Priced priced) {
    return cart.lines().items().keySet().stream()
        .map(sku -> new SeenLine(sku, priced.unitPrice(sku).orElse(null)))
        .toList();
  }
}
