package kontor.order.cart;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which cart each buyer has now. */
public interface CurrentCarts {

  Optional<String> find(String owner);

  /** From now on it is this one: a visitor's newest cart. */
  void set(String owner, String cart);

  /**
   * Puts a fresh cart in an old one's place, unless somebody else was faster.
   *
   * @param old absent: there was none
   * @return the cart that holds now
   */
  String replace(String owner, @Nullable String old, String fresh);

  /** Nobody knows any more whose cart it was. */
  void forget(String owner);
}
