package kontor.order.cart;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kontor.contracts.CountryCode;
import kontor.eventstore.Origin;
import kontor.eventstore.StreamId;
import kontor.eventstore.command.LostRaceException;
import kontor.order.cart.ShoppingCart.NoCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import org.jspecify.annotations.Nullable;

/**
 * The one open cart of each customer, wherever he signs in. First the id is settled, then the cart
 * is opened: whoever comes at the same time, or after a crash in between, opens the same one.
 */
public final class OwnCarts {

  private static final String CUSTOMER = "customer:";
  private static final int ATTEMPTS = 5;

  private final Carts carts;
  private final CurrentCarts current;
  private final Supplier<String> ids;

  /**
   * @param ids for carts that are opened
   */
  public OwnCarts(Carts carts, CurrentCarts current, Supplier<String> ids) {
    this.carts = carts;
    this.current = current;
    this.ids = ids;
  }

  /** A customer's open cart. */
  public record Owned(String id, OpenCart cart) {}

  /** Whether this is somebody who signed in, and not a visitor. */
  public static boolean isCustomer(String subject) {
    return subject.startsWith(CUSTOMER);
  }

  /**
   * The customer's open cart; opened now if there is none.
   *
   * @param country of delivery of a cart that is opened
   * @throws LostRaceException when others closed it every time
   */
  public Owned of(String customer, CountryCode country, Origin origin) {
    @Nullable String closed = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String id = settled(customer, closed);
      ShoppingCart cart = carts.find(id);
      if (cart instanceof NoCart) {
        cart = carts.open(id, carts.draft(customer, country, List.of()), origin);
      }
      if (cart instanceof OpenCart open && !carts.forgotten(open)) {
        return new Owned(id, open);
      }
      closed = id;
    }
    throw new LostRaceException(new StreamId("cart", customer), ATTEMPTS);
  }

  private String settled(String customer, @Nullable String closed) {
    Optional<String> known = current.find(customer);
    return known.isPresent() && !known.get().equals(closed)
        ? known.get()
        : current.replace(customer, closed, ids.get());
  }
}
