package kontor.connector.credential;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Consents that a person was sent away to give: one per account, a later one replaces it. */
public interface PendingConsents {

  /**
   * What is needed when the person comes back.
   *
   * @param state comes back with him, and proves that it is he
   * @param verifier what the marketplace was shown the hash of (RFC 7636)
   * @param redirect where the marketplace sends him back to
   * @param until after which he has to begin anew
   */
  record Pending(String state, String verifier, URI redirect, Instant until) {

    @Override
    public String toString() {
      return "Pending[" + redirect + ", " + until + "]";
    }
  }

  void put(String account, Pending pending);

  /** The account's, if it is of this state; only one caller ever gets it. */
  Optional<Pending> take(String account, String state);
}
