package kontor.order.cart.adapter;

import jakarta.servlet.http.HttpServletRequest;
import kontor.access.web.ServletAccessFilter;
import kontor.order.cart.Carts;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.platform.spring.BadRequestException;
import org.springframework.stereotype.Component;

/** Finds a cart for its owner; for everybody else there is no such cart. */
@Component
public class CartAccess {

  private final Carts carts;

  CartAccess(Carts carts) {
    this.carts = carts;
  }

  /** The caller's open or ordered cart. */
  public ShoppingCart own(String id, HttpServletRequest request) {
    String caller = ServletAccessFilter.caller(request).subject();
    if (id.length() == 36) {
      ShoppingCart cart = carts.find(id);
      if (cart instanceof OpenCart open && open.owner().equals(caller) && !carts.forgotten(open)) {
        return cart;
      }
      if (cart instanceof OrderedCart ordered && ordered.was().owner().equals(caller)) {
        return cart;
      }
    }
    throw BadRequestException.notFound("you have no cart " + id);
  }

  /** The cart, if it can still be changed. */
  OpenCart open(String id, HttpServletRequest request) {
    ShoppingCart cart = own(id, request);
    if (cart instanceof OrderedCart ordered) {
      throw BadRequestException.conflict("the cart became order " + ordered.order());
    }
    return (OpenCart) cart;
  }
}
