package kontor.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The platform's internal tokens: short-lived JWTs, signed with ES256 by the gateway alone and
 * checked by each service with the public key. Only this algorithm is taken, whatever a token says.
 */
public final class AccessTokens {

  private static final String ISSUER = "kontor-gateway";
  private static final String AUDIENCE = "kontor";
  private static final String ROLES = "roles";
  private static final Duration LEEWAY = Duration.ofSeconds(10);

  private AccessTokens() {}

  /** Signs tokens. */
  public static final class Issuer {
    private final ECDSASigner signer;
    private final Clock clock;

    /**
     * @param privateKey PKCS#8, DER, base64, on the curve P-256
     */
    public Issuer(String privateKey, Clock clock) {
      try {
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
        signer = new ECDSASigner((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec));
      } catch (GeneralSecurityException | JOSEException e) {
        throw new IllegalArgumentException("not a private key of the curve P-256", e);
      }
      this.clock = clock;
    }

    public String issue(Caller caller, Duration lifetime) {
      Instant now = clock.instant();
      JWTClaimsSet claims =
          new JWTClaimsSet.Builder()
              .issuer(ISSUER)
              .audience(AUDIENCE)
              .subject(caller.subject())
              .claim(ROLES, caller.roles().stream().map(Enum::name).sorted().toList())
              .issueTime(Date.from(now))
              .notBeforeTime(Date.from(now))
              .expirationTime(Date.from(now.plus(lifetime)))
              .build();
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
      try {
        token.sign(signer);
      } catch (JOSEException e) {
        throw new IllegalStateException("cannot sign", e);
      }
      return token.serialize();
    }
  }

  /** Checks tokens; remembers good ones until they expire, since a signature costs time. */
  public static final class Verifier {
    private final JWSVerifier verifier;
    private final Clock clock;
    private final Cache<String, Checked> checked =
        Caffeine.newBuilder().maximumSize(50_000).build();

    private record Checked(Caller caller, Instant notBefore, Instant expires) {}

    /**
     * @param publicKey X.509 SubjectPublicKeyInfo, DER, base64
     */
    public Verifier(String publicKey, Clock clock) {
      try {
        var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
        verifier =
            new ECDSAVerifier((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec));
      } catch (GeneralSecurityException | JOSEException e) {
        throw new IllegalArgumentException("not a public key of the curve P-256", e);
      }
      this.clock = clock;
    }

    /** Throws {@link AccessRefusedException} unless the token is ours and valid now. */
    public Caller verify(String token) {
      Checked known = checked.getIfPresent(token);
      if (known == null) {
        known = check(token);
        checked.put(token, known);
      }
      Instant now = clock.instant();
      if (now.isAfter(known.expires.plus(LEEWAY))) {
        throw AccessRefusedException.unauthenticated("the token has expired");
      }
      if (now.isBefore(known.notBefore.minus(LEEWAY))) {
        throw AccessRefusedException.unauthenticated("the token is not valid yet");
      }
      return known.caller;
    }

    private Checked check(String token) {
      try {
        SignedJWT jwt = SignedJWT.parse(token);
        if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
          throw AccessRefusedException.unauthenticated("the token is not signed by the gateway");
        }
        return read(jwt.getJWTClaimsSet());
      } catch (ParseException | JOSEException | IllegalArgumentException e) {
        throw AccessRefusedException.unauthenticated("not a token");
      }
    }

    private static Checked read(JWTClaimsSet claims) throws ParseException {
      List<String> roles = claims.getStringListClaim(ROLES);
      if (!ISSUER.equals(claims.getIssuer())
          || !claims.getAudience().contains(AUDIENCE)
          || claims.getSubject() == null
          || claims.getExpirationTime() == null
          || claims.getNotBeforeTime() == null
          || roles == null) {
        throw AccessRefusedException.unauthenticated("the token is not meant for this platform");
      }
      Set<Role> known = roles.stream().map(Role::valueOf).collect(Collectors.toSet());
      return new Checked(
          new Caller(claims.getSubject(), known),
          claims.getNotBeforeTime().toInstant(),
          claims.getExpirationTime().toInstant());
    }
  }
}
