package kontor.connector.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.AccountField;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Marketplace;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import org.junit.jupiter.api.Test;

/** Tokens of a marketplace that rotates its refresh token and accepts each only once. */
class RenewedTokenTest {

  private static final Account ACCOUNT =
      new Account("etsy", new ChannelId("etsy-de"), "main", CountryCode.GERMANY, Map.of());
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private final Vault vault = new VaultInMemory();
  private final Rotating marketplace = new Rotating();

  @Test
  void manyThreadsOfTwoInstancesRenewOnce() throws Exception {
    vault.store(ACCOUNT.key(), Credentials.of(new Secrets(Map.of("refreshToken", "r0"))));
    RenewedToken one = token("connector-1", NOW);
    RenewedToken two = token("connector-2", NOW);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<String>> callers = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      callers.add(i % 2 == 0 ? one::value : two::value);
    }
    for (Future<String> value : threads.invokeAll(callers)) {
      assertThat(value.get()).isEqualTo("a1");
    }
    threads.shutdown();

    assertThat(marketplace.renewals).isEqualTo(1);
    assertThat(secrets().get("refreshToken")).isEqualTo("r1");
  }

  @Test
  void itIsRenewedBeforeItEndsAndWhenTheMarketplaceRejectsIt() {
    vault.store(ACCOUNT.key(), Credentials.of(new Secrets(Map.of("refreshToken", "r0"))));

    assertThat(token("connector-1", NOW).value()).isEqualTo("a1");
    assertThat(token("connector-2", NOW.plusSeconds(3_299)).value()).isEqualTo("a1");
    RenewedToken later = token("connector-1", NOW.plusSeconds(3_301));
    assertThat(later.value()).isEqualTo("a2");
    later.rejected("a2");
    assertThat(later.value()).isEqualTo("a3");
    assertThat(secrets().get("refreshToken")).isEqualTo("r3");
  }

  @Test
  void whoeverDiesOverARenewalHoldsUpTheOthersForHalfAMinuteOnly() {
    Credentials dead =
        Credentials.of(new Secrets(Map.of("refreshToken", "r0")))
            .claimedBy(new Credentials.Claim("connector-9", NOW.plusSeconds(30)));
    vault.store(ACCOUNT.key(), Credentials.of(dead.secrets()));
    assertThat(vault.store(ACCOUNT.key(), dead)).isTrue();

    assertThat(token("connector-1", NOW.plusSeconds(31)).value()).isEqualTo("a1");
  }

  @Test
  void aFailedRenewalLeavesTheClaimFree() {
    vault.store(ACCOUNT.key(), Credentials.of(new Secrets(Map.of("refreshToken", "wrong"))));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> token("connector-1", NOW).value())
          .isInstanceOfSatisfying(
              ChannelException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAUTHORISED));
    }
  }

  private RenewedToken token(String instance, Instant at) {
    return new RenewedToken(marketplace, ACCOUNT, vault, instance, Clock.fixed(at, ZoneOffset.UTC));
  }

  private Secrets secrets() {
    return vault.find(ACCOUNT.key()).orElseThrow().secrets();
  }

  /** Refresh token r{n} is good once and gives a{n+1} and r{n+1}. */
  private static final class Rotating implements Marketplace {

    private int renewals;

    @Override
    public String name() {
      return "etsy";
    }

    @Override
    public List<AccountField> fields() {
      return List.of();
    }

    @Override
    public synchronized Renewal renew(Account account, Secrets secrets) {
      if (!secrets.get("refreshToken").equals("r" + renewals)) {
        throw new ChannelException(Kind.UNAUTHORISED, "invalid_grant", Duration.ZERO, null);
      }
      renewals++;
      return new Renewal(
          "a" + renewals,
          Duration.ofHours(1),
          secrets.with("refreshToken", "r" + renewals),
          Optional.of(Duration.ofDays(90)));
    }

    @Override
    public MarketplaceChannel open(Account account, AccountAccess access) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class VaultInMemory implements Vault {

    private final Map<String, Credentials> all = new ConcurrentHashMap<>();

    @Override
    public Optional<Credentials> find(String account) {
      return Optional.ofNullable(all.get(account));
    }

    @Override
    public boolean store(String account, Credentials changed) {
      if (changed.version() == 0) {
        return all.putIfAbsent(account, changed) == null;
      }
      Credentials before = all.get(account);
      return before != null
          && before.version() == changed.version() - 1
          && all.replace(account, before, changed);
    }
  }
}
