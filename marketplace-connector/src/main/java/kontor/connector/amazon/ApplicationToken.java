package kontor.connector.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Secrets;

/**
 * A token of the application itself for one scope. It is needed once in a while and opens nothing
 * of a seller's, so each instance gets its own and nobody keeps it.
 */
final class ApplicationToken implements AccessToken {

  /** Less than the hour that it lives. */
  private static final Duration USED_FOR = Duration.ofMinutes(30);

  private final AmazonTokens tokens;
  private final AccessToken account;
  private final String scope;
  private final Clock clock;
  private String value = "";
  private Instant until = Instant.MIN;

  /**
   * @param account has the application's secrets
   */
  ApplicationToken(AmazonTokens tokens, AccessToken account, String scope, Clock clock) {
    this.tokens = tokens;
    this.account = account;
    this.scope = scope;
    this.clock = clock;
  }

  @Override
  public synchronized String value() {
    if (!clock.instant().isBefore(until)) {
      value = tokens.application(secrets(), scope);
      until = clock.instant().plus(USED_FOR);
    }
    return value;
  }

  @Override
  public synchronized void rejected(String rejected) {
    if (rejected.equals(value)) {
      until = Instant.MIN;
    }
  }

  @Override
  public Secrets secrets() {
    return account.secrets();
  }
}
