package kontor.connector.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * A marketplace's answer to our asking for access.
 *
 * @param secrets what has to be kept from now on, a rotated refresh token above all; it may equal
 *     what was there
 * @param consentFor how long the seller's consent lasts from now, where the marketplace says so
 */
public record Renewal(
    String accessToken, Duration lifetime, Secrets secrets, Optional<Duration> consentFor) {

  @Override
  public String toString() {
    return "Renewal[" + lifetime + "]";
  }
}
