package kontor.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a service takes as a token, and what it does not. */
class AccessTokensTest {

  private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Caller MANAGER = new Caller("user:manager", Set.of(Role.MANAGER));
  private static final Caller GUEST = new Caller("guest:1", Set.of(Role.GUEST));

  private final KeyPair keys = keys();
  private final AccessTokens.Issuer issuer =
      new AccessTokens.Issuer(encode(keys.getPrivate().getEncoded()), CLOCK);

  @Test
  void aTokenOfTheGatewaySaysWhoCalls() {
    assertThat(at(NOW).verify(issuer.issue(MANAGER, Duration.ofMinutes(5)))).isEqualTo(MANAGER);
  }

  @Test
  void anExpiredTokenIsRefusedAlsoWhenItWasGoodBefore() {
    String token = issuer.issue(GUEST, Duration.ofMinutes(5));

    refused(at(NOW.plus(Duration.ofMinutes(6))), token, "expired");
  }

  @Test
  void aTokenOfTheFutureIsRefused() {
    refused(at(NOW.minusSeconds(60)), issuer.issue(GUEST, Duration.ofMinutes(5)), "not valid yet");
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() {
    KeyPair others = keys();
    String forged =
        new AccessTokens.Issuer(encode(others.getPrivate().getEncoded()), CLOCK)
            .issue(MANAGER, Duration.ofMinutes(5));

    refused(at(NOW), forged, "not signed by the gateway");
  }

  @Test
  void anUnsignedTokenIsRefused() {
    refused(at(NOW), new PlainJWT(claims()).serialize(), "not a token");
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws JOSEException {
    SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
    confused.sign(new MACSigner(keys.getPublic().getEncoded()));

    refused(at(NOW), confused.serialize(), "not signed by the gateway");
  }

  @Test
  void garbageIsRefused() {
    refused(at(NOW), "garbage", "not a token");
  }

  @Test
  void adminPathsAreForManagersAndShopPathsForEveryCaller() {
    AccessPolicy policy = new AccessPolicy(at(NOW));
    String guest = "Bearer " + issuer.issue(GUEST, Duration.ofMinutes(5));

    assertThat(policy.admit("/api/shop/carts", guest)).contains(GUEST);
    assertThat(policy.admit("/actuator/health", null)).isEmpty();
    assertThatThrownBy(() -> policy.admit("/api/admin/orders", guest)).hasMessageContaining("role");
    assertThatThrownBy(() -> policy.admit("/api/shop/carts", null)).hasMessageContaining("missing");
  }

  private static void refused(AccessTokens.Verifier verifier, String token, String reason) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOf(AccessRefusedException.class)
        .hasMessageContaining(reason);
  }

  private AccessTokens.Verifier at(Instant now) {
    return new AccessTokens.Verifier(
        encode(keys.getPublic().getEncoded()), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static JWTClaimsSet claims() {
    return new JWTClaimsSet.Builder()
        .issuer("kontor-gateway")
        .audience("kontor")
        .subject("user:manager")
        .claim("roles", List.of("MANAGER"))
        .notBeforeTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(60)))
        .build();
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }
}
