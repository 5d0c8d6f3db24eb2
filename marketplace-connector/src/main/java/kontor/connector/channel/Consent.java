package kontor.connector.channel;

import java.net.URI;

/** OAuth 2's authorisation code flow with a proof key (RFC 6749 section 4.1, RFC 7636). */
public interface Consent {

  /**
   * Where the person is sent to.
   *
   * @param redirect where the marketplace sends him back to
   * @param state comes back with him
   * @param challenge SHA-256 of the verifier, base64url without padding
   */
  URI page(Account account, Secrets secrets, URI redirect, String state, String challenge);

  /**
   * What the code is worth.
   *
   * @throws ChannelException of kind {@code REFUSED} when the code is not good
   */
  Renewal exchange(Account account, Secrets secrets, URI redirect, String code, String verifier);
}
