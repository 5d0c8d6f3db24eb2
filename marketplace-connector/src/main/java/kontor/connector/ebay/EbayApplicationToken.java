package kontor.connector.ebay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Secrets;

/**
 * A token of our application itself, for what belongs to no seller. eBay gives out 1,000 of them a
 * day, so one is used for an hour; each instance gets its own.
 */
final class EbayApplicationToken implements AccessToken {

  /** Less than the two hours that it lives. */
  private static final Duration USED_FOR = Duration.ofHours(1);

  private final EbayTokens tokens;
  private final AccessToken account;
  private final Clock clock;
  private String value = "";
  private Instant until = Instant.MIN;

  /**
   * @param account has the application's secrets
   */
  EbayApplicationToken(EbayTokens tokens, AccessToken account, Clock clock) {
    this.tokens = tokens;
    this.account = account;
    this.clock = clock;
  }

  @Override
  public synchronized String value() {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      value = tokens.application(secrets());
      until = now.plus(USED_FOR);
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
