package kontor.order.customer;

import org.jspecify.annotations.Nullable;

/** Keeps passwords so that nobody can read them. Both calls are slow on purpose. */
public interface Passwords {

  String hash(String password);

  /**
   * Takes the same time with no hash to compare with, so that nobody learns by the clock whether an
   * account exists.
   */
  boolean matches(String password, @Nullable String hash);
}
