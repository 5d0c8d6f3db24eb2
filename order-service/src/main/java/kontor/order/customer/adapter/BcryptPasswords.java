package kontor.order.customer.adapter;

import kontor.order.customer.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords by bcrypt, with a salt of their own each. */
@Component
class BcryptPasswords implements Passwords {

  private static final int STRENGTH = 11;
  private static final int MOST_BYTES = 72;

  private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);

  /** Compared with where there is no account. */
  private final String nobody = String.valueOf(encoder.encode("nobody's"));

  @Override
  public String hash(String password) {
    return String.valueOf(encoder.encode(password));
  }

  @Override
  public boolean matches(String password, @Nullable String hash) {
    boolean readable =
        password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= MOST_BYTES;
    boolean same = encoder.matches(readable ? password : "too long", hash == null ? nobody : hash);
    return same && readable && hash != null;
  }
}
