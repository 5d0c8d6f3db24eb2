package kontor.connector.ebay;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Secrets;

/**
 * Signs with the account's key, where it has one. A seller in the European Union or the United
 * Kingdom must; who sells elsewhere may, eBay passes over it.
 */
final class EbaySigner {

  private static final Set<String> SIGNING =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
          "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  private final Account account;
  private final AccessToken access;
  private final Clock clock;

  EbaySigner(Account account, AccessToken access, Clock clock) {
    this.account = account;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Nobody is asked yet.
   *
   * @throws ChannelException of kind {@code REFUSED} when the account needs a key and has none
   */
  void check() {
    key();
  }

  /** Empty where no signature is needed and no key is there. */
  Map<String, String> headers(String method, URI uri, byte[] body) {
    Secrets key = key();
    if (key.get(EbayFields.SIGNING_KEY).isBlank()) {
      return Map.of();
    }
    try {
      return new EbaySignature(key.get(EbayFields.SIGNING_KEY), key.get(EbayFields.SIGNING_JWE))
          .headers(method, uri, body, clock.instant());
    } catch (IllegalArgumentException e) {
      throw refused("the secret signingKey cannot be read: " + e.getMessage());
    }
  }

  private Secrets key() {
    Secrets secrets = access.secrets();
    boolean there =
        !secrets.get(EbayFields.SIGNING_KEY).isBlank()
            && !secrets.get(EbayFields.SIGNING_JWE).isBlank();
    if (there) {
      return secrets;
    }
    if (SIGNING.contains(account.country().value())) {
      throw refused(
          "eBay moves money for sellers of "
              + account.country()
              + " only on signed calls: the account's secrets signingKey and signingJwe are missing");
    }
    return Secrets.NONE;
  }

  private static ChannelException refused(String why) {
    return new ChannelException(Kind.REFUSED, why, Duration.ZERO, null);
  }
}
