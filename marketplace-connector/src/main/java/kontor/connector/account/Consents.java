package kontor.connector.account;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import kontor.connector.account.Connections.FieldException;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Consent;
import kontor.connector.channel.Marketplace;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import kontor.connector.credential.Credentials;
import kontor.connector.credential.PendingConsents;
import kontor.connector.credential.PendingConsents.Pending;
import kontor.connector.credential.Vault;
import kontor.eventstore.Origin;
import kontor.eventstore.TryLaterException;

/**
 * Lets a person give consent in the browser: he is sent to the marketplace's page, and comes back
 * with a code that is worth a refresh token (RFC 6749 section 4.1, RFC 7636).
 */
public final class Consents {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Connections connections;
  private final Vault vault;
  private final PendingConsents pending;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Consents(Connections connections, Vault vault, PendingConsents pending, Clock clock) {
    this.connections = connections;
    this.vault = vault;
    this.pending = pending;
    this.clock = clock;
  }

  /**
   * The page to send the person to. What was begun before for the account is void.
   *
   * @throws FieldException naming the redirect, or the marketplace that has no such page
   */
  public URI begin(Account account, URI redirect) {
    Consent consent = consent(account);
    boolean safe =
        "https".equals(redirect.getScheme())
            || ("http".equals(redirect.getScheme())
                && OWN_MACHINE.contains(String.valueOf(redirect.getHost())));
    if (!safe || redirect.getHost() == null || redirect.getFragment() != null) {
      throw new FieldException("redirect", "must be an https address without a fragment");
    }
    String state = secret();
    String verifier = secret();
    pending.put(
        account.key(), new Pending(state, verifier, redirect, clock.instant().plus(PATIENCE)));
    return consent.page(account, secrets(account), redirect, state, challenge(verifier));
  }

  /**
   * The person is back. A state is good once and for ten minutes.
   *
   * @throws FieldException naming the state or the code that is not good
   * @throws TryLaterException when the marketplace does not answer: the person begins anew
   */
  public void finish(Account account, String state, String code, Origin origin) {
    Consent consent = consent(account);
    Pending begun =
        pending
            .take(account.key(), state)
            .filter(one -> clock.instant().isBefore(one.until()))
            .orElseThrow(() -> new FieldException("state", "is unknown, used or too old"));
    try {
      Renewal renewal =
          consent.exchange(account, secrets(account), begun.redirect(), code, begun.verifier());
      connections.connect(account, renewal.secrets(), origin);
    } catch (ChannelException e) {
      if (e.kind() == Kind.REFUSED) {
        throw new FieldException("code", "is not good: " + e.getMessage());
      }
      throw new TryLaterException("the consent has to be begun anew: " + e.getMessage(), e);
    }
  }

  private Consent consent(Account account) {
    return connections
        .marketplace(account.marketplace())
        .flatMap(Marketplace::consent)
        .orElseThrow(
            () ->
                new FieldException(
                    "channel", account.marketplace() + " gives no consent in the browser"));
  }

  private Secrets secrets(Account account) {
    return vault.find(account.key()).map(Credentials::secrets).orElse(Secrets.NONE);
  }

  /** 256 bits in 43 characters. */
  private String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
