package kontor.order.cart;

import java.util.LinkedHashMap;
import java.util.Map;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.eventstore.Origin;
import kontor.eventstore.StreamId;
import kontor.eventstore.command.LostRaceException;
import kontor.order.cart.ShoppingCart.MergedCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;

/**
 * Brings a guest's cart over when he signs in. First the guest's cart ends and says where its lines
 * go, then the customer's cart takes them and remembers from which cart: to repeat it, at once, on
 * two instances or after a crash, adds nothing more.
 */
public final class CartMerge {

  /** The most units of a line. */
  public static final int MAX_UNITS = 9_999;

  private static final int ATTEMPTS = 5;

  private final Carts carts;
  private final OwnCarts owned;
  private final CurrentCarts current;
  private final CartCheck check;

  public CartMerge(Carts carts, OwnCarts owned, CurrentCarts current, CartCheck check) {
    this.carts = carts;
    this.owned = owned;
    this.current = current;
    this.check = check;
  }

  /**
   * Lines are summed per SKU and capped at what can be had, at least one unit. A visitor without an
   * open cart changes nothing.
   *
   * @param visitorSubject who it was until now, such as {@code guest:…}
   * @param customerSubject who signed in: {@code customer:…}
   * @throws LostRaceException when others ordered the customer's cart every time; may be repeated
   */
  public void merge(String visitorSubject, String customerSubject, Origin origin) {
    current.find(visitorSubject).ifPresent(cart -> bring(cart, customerSubject, origin));
  }

  private void bring(String guestCart, String customer, Origin origin) {
    ShoppingCart guest = carts.find(guestCart);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (guest instanceof MergedCart merged) {
        if (taken(guestCart, merged, origin)) {
          return;
        }
        String next = owned.of(customer, merged.was().country(), origin).id();
        guest = end(guestCart, next, merged.into(), origin);
      } else if (guest instanceof OpenCart open && !carts.forgotten(open)) {
        guest = end(guestCart, owned.of(customer, open.country(), origin).id(), "", origin);
      } else {
        return;
      }
    }
    throw new LostRaceException(new StreamId("cart", customer), ATTEMPTS);
  }

  private ShoppingCart end(String guestCart, String into, String instead, Origin origin) {
    return carts.apply(
        guestCart, origin, cart -> CartDecider.merge(cart, into, instead, carts.now()));
  }

  /** False when the customer's cart was ordered before the lines came. */
  private boolean taken(String guestCart, MergedCart guest, Origin origin) {
    ShoppingCart target = carts.find(guest.into());
    if (target instanceof OpenCart open) {
      Map<Sku, Quantity> most = most(open, guest.was());
      target =
          carts.apply(
              guest.into(),
              origin,
              cart -> CartDecider.take(cart, guestCart, guest.was(), most, carts.now()));
    }
    return lines(target).taken().contains(guestCart);
  }

  private Map<Sku, Quantity> most(OpenCart mine, OpenCart guest) {
    Map<Sku, Quantity> sums = new LinkedHashMap<>();
    mine.lines().items().forEach((sku, item) -> sums.put(sku, item.quantity()));
    guest.lines().items().forEach((sku, item) -> sums.merge(sku, item.quantity(), Quantity::plus));
    Map<Sku, Quantity> sellable = check.sellable(sums);
    Map<Sku, Quantity> most = new LinkedHashMap<>();
    sums.forEach(
        (sku, sum) -> {
          int had = sellable.getOrDefault(sku, sum).value();
          most.put(sku, new Quantity(Math.max(1, Math.min(had, MAX_UNITS))));
        });
    return most;
  }

  private static CartLines lines(ShoppingCart cart) {
    if (cart instanceof OpenCart open) {
      return open.lines();
    }
    return cart instanceof OrderedCart ordered ? ordered.was().lines() : CartLines.NONE;
  }
}
