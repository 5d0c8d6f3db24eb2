package kontor.connector.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Marketplace;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import kontor.connector.credential.Credentials.Claim;
import kontor.connector.credential.Credentials.Token;
import org.jspecify.annotations.Nullable;

/**
 * An account's access token. It is renewed a while before it ends by whoever claims that first,
 * among the threads of all instances; the others wait for what he stores. A renewal is stored
 * before it is used, so that a rotated refresh token is never lost to a crash after its first use.
 */
public final class RenewedToken implements AccessToken {

  private static final Duration CLAIM = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration BEFORE_END = Duration.ofMinutes(5);

  private final Marketplace marketplace;
  private final Account account;
  private final Vault vault;
  private final String instance;
  private final Clock clock;
  private @Nullable Token current;
  private String rejected = "";

  public RenewedToken(
      Marketplace marketplace, Account account, Vault vault, String instance, Clock clock) {
    this.marketplace = marketplace;
    this.account = account;
    this.vault = vault;
    this.instance = instance;
    this.clock = clock;
  }

  @Override
  public synchronized String value() {
    if (current == null || !good(current)) {
      current = renewed();
    }
    return current.value();
  }

  @Override
  public synchronized void rejected(String value) {
    rejected = value;
  }

  @Override
  public Secrets secrets() {
    return stored().secrets();
  }

  private boolean good(Token token) {
    return !token.value().equals(rejected) && clock.instant().isBefore(token.renewAt());
  }

  private Token renewed() {
    Instant patience = clock.instant().plus(CLAIM);
    while (clock.instant().isBefore(patience)) {
      Credentials now = stored();
      if (now.token().filter(this::good).isPresent()) {
        return now.token().get();
      }
      boolean free = now.claim().filter(c -> clock.instant().isBefore(c.until())).isEmpty();
      Credentials mine = now.claimedBy(new Claim(instance, clock.instant().plus(CLAIM)));
      if (free && vault.store(account.key(), mine)) {
        return renew(mine);
      }
      rest();
    }
    throw new ChannelException(
        Kind.RETRY, "another instance has not renewed the token of " + account.key(), PAUSE, null);
  }

  private Token renew(Credentials mine) {
    Renewal renewal;
    try {
      renewal = marketplace.renew(account, mine.secrets());
    } catch (RuntimeException e) {
      vault.store(account.key(), mine.unclaimed());
      throw e;
    }
    Instant now = clock.instant();
    Optional<Instant> consent = renewal.consentFor().map(now::plus);
    Token token = new Token(renewal.accessToken(), now.plus(usable(renewal.lifetime())));
    if (!vault.store(account.key(), mine.renewed(renewal.secrets(), token, consent))) {
      throw new ChannelException(
          Kind.RETRY, "the secrets of " + account.key() + " were changed meanwhile", PAUSE, null);
    }
    return token;
  }

  /** Five minutes less, and a tenth less of a short one. */
  private static Duration usable(Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    return lifetime.minus(tenth.compareTo(BEFORE_END) < 0 ? tenth : BEFORE_END);
  }

  private Credentials stored() {
    return vault
        .find(account.key())
        .orElseThrow(
            () ->
                new ChannelException(
                    Kind.UNAUTHORISED, account.key() + " has no secrets", PAUSE, null));
  }

  private static void rest() {
    try {
      Thread.sleep(LOOK_AGAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.RETRY, "interrupted", PAUSE, e);
    }
  }
}
