package kontor.order.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
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
import kontor.order.cart.CartEvent.TakenLine;
import kontor.order.cart.CartLines.Item;
import kontor.order.cart.ShoppingCart.MergedCart;
import kontor.order.cart.ShoppingCart.NoCart;
import kontor.order.cart.ShoppingCart.OpenCart;

/** The rules of a cart: its owner changes it until it is ordered or goes into another one. */
public final class CartDecider {

  private CartDecider() {}

  public static List<CartEvent> open(ShoppingCart cart, CartOpened opened, List<LineSet> lines) {
    if (!(cart instanceof NoCart)) {
      return List.of();
    }
    List<CartEvent> events = new ArrayList<>();
    events.add(opened);
    events.addAll(lines);
    return events;
  }

  /** To set a line as it stands says again what was said about it. */
  public static List<CartEvent> setLine(ShoppingCart cart, LineSet line) {
    if (!(cart instanceof OpenCart open)) {
      return List.of();
    }
    Item before = open.lines().items().get(line.sku());
    boolean same =
        before == null
            ? line.quantity().isZero()
            : new Item(line.quantity(), line.seen(), null).equals(before);
    return same ? List.of() : List.of(line);
  }

  public static List<CartEvent> setCoupon(ShoppingCart cart, CouponSet coupon) {
    return cart instanceof OpenCart ? List.of(coupon) : List.of();
  }

  public static List<CartEvent> setShippingMethod(ShoppingCart cart, ShippingMethodSet wanted) {
    return cart instanceof OpenCart open
            && !Objects.equals(open.choices().shippingMethod(), wanted.method())
        ? List.of(wanted)
        : List.of();
  }

  public static List<CartEvent> setBuyer(ShoppingCart cart, BuyerSet buyer) {
    return cart instanceof OpenCart open
            && !Objects.equals(open.choices().business(), buyer.business())
        ? List.of(buyer)
        : List.of();
  }

  public static List<CartEvent> setCountry(ShoppingCart cart, CountryCode country, Instant at) {
    return cart instanceof OpenCart open && !open.country().equals(country)
        ? List.of(new CountrySet(country, at))
        : List.of();
  }

  public static List<CartEvent> dismiss(ShoppingCart cart, NoticesDismissed notices) {
    return cart instanceof OpenCart && !notices.lines().isEmpty() ? List.of(notices) : List.of();
  }

  /** What the buyer was told before is not told again. */
  public static List<CartEvent> refuse(ShoppingCart cart, PromotionsRefused refused) {
    return cart instanceof OpenCart open
            && !open.choices().refused().containsAll(refused.promotions())
        ? List.of(refused)
        : List.of();
  }

  /**
   * To check out what is checked out decides nothing; the state tells which order it became.
   *
   * @param agreed the cart that was priced: one that was changed since then is not ordered
   */
  public static List<CartEvent> checkOut(ShoppingCart cart, OpenCart agreed, OrderId order) {
    return cart instanceof OpenCart open && open.equals(agreed)
        ? List.of(new CartCheckedOut(order))
        : List.of();
  }

  /** Ends a guest's cart; one that has ended goes elsewhere only if {@code instead} is where. */
  public static List<CartEvent> merge(ShoppingCart guest, String into, String instead, Instant at) {
    boolean stays = guest instanceof MergedCart merged && !merged.into().equals(instead);
    return stays || guest instanceof NoCart || guest instanceof ShoppingCart.OrderedCart
        ? List.of()
        : List.of(new CartMerged(into, at));
  }

  /**
   * Adds a guest's lines to a customer's cart, once.
   *
   * @param most how many can be had of a SKU; what is not in it has no limit
   */
  public static List<CartEvent> take(
      ShoppingCart cart, String guestCart, OpenCart guest, Map<Sku, Quantity> most, Instant at) {
    if (!(cart instanceof OpenCart open) || open.lines().taken().contains(guestCart)) {
      return List.of();
    }
    Map<Sku, TakenLine> lines = new LinkedHashMap<>();
    guest
        .lines()
        .items()
        .forEach((sku, item) -> lines.put(sku, taken(sku, item, open.lines(), most)));
    return List.of(
        new GuestCartTaken(guestCart, List.copyOf(lines.values()), guest.choices().coupon(), at));
  }

  private static TakenLine taken(Sku sku, Item item, CartLines mine, Map<Sku, Quantity> most) {
    Item own = mine.items().get(sku);
    Quantity sum = mine.quantity(sku).plus(item.quantity());
    Quantity limit = most.getOrDefault(sku, sum);
    boolean tooMany = sum.compareTo(limit) > 0;
    return new TakenLine(
        sku, tooMany ? limit : sum, own == null ? item.seen() : own.seen(), tooMany ? sum : null);
  }
}
