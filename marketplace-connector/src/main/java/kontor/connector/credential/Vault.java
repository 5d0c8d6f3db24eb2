package kontor.connector.credential;

import java.util.Optional;

/** Credentials by account, encrypted where they lie. */
public interface Vault {

  Optional<Credentials> find(String account);

  /**
   * Stores them if nobody has stored others meanwhile.
   *
   * @param changed its version is one more than that of the ones it comes from; 0: there are none
   */
  boolean store(String account, Credentials changed);
}
