package kontor.order.cart.adapter;

import jakarta.servlet.http.HttpServletRequest;
import kontor.access.Caller;
import kontor.access.web.ServletAccessFilter;
import kontor.order.cart.Carts;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.NoCart;
import kontor.platform.spring.BadRequestException;
import org.springframework.stereotype.Component;

/** Finds a cart for its owner; for everybody else there is no such cart. */
@Component
public class CartAccess {

  private final Carts carts;

  CartAccess(Carts carts) {
    this.carts = carts;
  }

  public ShoppingCart own(String id, HttpServletRequest request) {
    Caller caller = ServletAccessFilter.caller(request);
    ShoppingCart cart = id.length() == 36 ? carts.find(id) : new NoCart();
    if (cart instanceof NoCart || !CartAnswer.content(cart).owner().equals(caller.subject())) {
      throw BadRequestException.notFound("you have no cart " + id);
    }
    return cart;
  }
}
