package kontor.connector.credential;

import java.time.Instant;
import java.util.Optional;
import kontor.connector.channel.Secrets;

/**
 * What an account has to open the marketplace with.
 *
 * @param version counts the changes: whoever changes something names the one he has seen
 * @param token the newest access token
 * @param consentUntil when the seller's consent ends, where the marketplace says so
 * @param claim who renews the token at the moment
 */
public record Credentials(
    long version,
    Secrets secrets,
    Optional<Token> token,
    Optional<Instant> consentUntil,
    Optional<Claim> claim) {

  /**
   * An access token.
   *
   * @param renewAt some time before it ends
   */
  public record Token(String value, Instant renewAt) {

    @Override
    public String toString() {
      return "Token[" + renewAt + "]";
    }
  }

  /** An instance renews the token; after {@code until} it has died over it. */
  public record Claim(String instance, Instant until) {}

  public static Credentials of(Secrets secrets) {
    return new Credentials(0, secrets, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Credentials claimedBy(Claim claimed) {
    return new Credentials(version + 1, secrets, token, consentUntil, Optional.of(claimed));
  }

  Credentials unclaimed() {
    return new Credentials(version + 1, secrets, token, consentUntil, Optional.empty());
  }

  Credentials renewed(Secrets kept, Token renewed, Optional<Instant> consent) {
    return new Credentials(
        version + 1, kept, Optional.of(renewed), consent.or(() -> consentUntil), Optional.empty());
  }

  /** Somebody gave others: what was got with the old ones is void. */
  public Credentials replaced(Secrets others) {
    return new Credentials(
        version + 1, secrets.with(others), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
