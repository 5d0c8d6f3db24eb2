package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;
import kontor.sandbox.state.TimeScale;

/**
 * Etsy's OAuth 2: the code flow with a proof key, and refresh tokens that are good for one use
 * each. An access token lives for an hour and begins with the number of the user.
 */
public final class Tokens {

  private static final Set<String> SCOPES =
      Set.of(
          "listings_r",
          "listings_w",
          "listings_d",
          "transactions_r",
          "transactions_w",
          "shops_r",
          "shops_w");
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final String CONSENTING = "etsy-consenting-shop";

  /** A token that was given out. */
  record Token(String value, Instant expires, long shopId) {}

  /** What a consent is worth until it is exchanged. */
  record Code(String value, Instant expires, String redirect, String challenge, long shopId) {}

  private final EtsySettings settings;
  private final Shops shops;
  private final Clock clock;
  private final TimeScale scale;
  private final Store store;
  private final Table<Token> tokens;
  private final Table<Code> codes;

  Tokens(EtsySettings settings, Shops shops, Clock clock, TimeScale scale, Store store) {
    this.settings = settings;
    this.shops = shops;
    this.clock = clock;
    this.scale = scale;
    this.store = store;
    this.tokens = store.table("etsy-tokens", Token.class);
    this.codes = store.table("etsy-codes", Code.class);
  }

  /** POST /v3/public/oauth/token, a form. */
  Response issue(Request request) {
    Map<String, String> form = Form.urlencoded(request.body());
    if (!settings.keystring().equals(form.get("client_id"))) {
      return error(401, "invalid_client", "client_id: not an application's keystring");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
      case "authorization_code" -> exchange(form);
      default -> error(400, "unsupported_grant_type", "grant_type: not known here");
    };
  }

  private Response refresh(String token) {
    return shops
        .byRefreshToken(token)
        .map(this::give)
        .orElseGet(() -> error(400, "invalid_grant", "refresh_token: used before or revoked"));
  }

  private Response exchange(Map<String, String> form) {
    Optional<Code> found = codes.get(form.getOrDefault("code", ""));
    found.ifPresent(code -> codes.remove(code.value()));
    boolean good =
        found
            .filter(code -> code.expires().isAfter(clock.instant()))
            .filter(code -> code.redirect().equals(form.get("redirect_uri")))
            .filter(
                code -> code.challenge().equals(challenge(form.getOrDefault("code_verifier", ""))))
            .isPresent();
    return good
        ? give(shops.find(found.orElseThrow().shopId()).orElseThrow())
        : error(400, "invalid_grant", "code: unknown, used, too old, or not of this verifier");
  }

  private Response give(Shop shop) {
    Instant now = clock.instant();
    tokens.all().stream()
        .filter(old -> old.expires().isBefore(now))
        .forEach(old -> tokens.remove(old.value()));
    Duration life = scale.shorten(LIFE);
    String access = shop.userId() + "." + UUID.randomUUID();
    String refresh = shop.userId() + "." + UUID.randomUUID();
    tokens.put(access, new Token(access, now.plus(life), shop.shopId()));
    shops.put(shop.with(refresh));
    ObjectNode body = Json.object().put("access_token", access).put("token_type", "Bearer");
    body.put("expires_in", Math.max(1, life.toSeconds()));
    return Response.json(200, body.put("refresh_token", refresh));
  }

  /** GET /oauth/connect: the person consents, as the director says, and is sent back. */
  Response connect(Request request) {
    Map<String, String> asked = request.query();
    String wrong = wrong(asked);
    if (!wrong.isEmpty()) {
      return error(400, "invalid_request", wrong);
    }
    String redirect = asked.getOrDefault("redirect_uri", "");
    String answer = redirect + (redirect.contains("?") ? "&" : "?") + "state=";
    answer += URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
    long shopId = store.counter(CONSENTING);
    if (shopId < 0) {
      return Response.empty(302).with("Location", answer + "&error=access_denied");
    }
    String value = UUID.randomUUID().toString();
    Instant until = clock.instant().plus(scale.shorten(CODE_LIFE));
    long shop = shopId == 0 ? shops.first().shopId() : shopId;
    codes.put(
        value, new Code(value, until, redirect, asked.getOrDefault("code_challenge", ""), shop));
    return Response.empty(302).with("Location", answer + "&code=" + value);
  }

  private String wrong(Map<String, String> asked) {
    Set<String> scopes = Set.of(asked.getOrDefault("scope", "").split(" "));
    if (!"code".equals(asked.get("response_type"))) {
      return "response_type: must be code";
    }
    if (!settings.keystring().equals(asked.get("client_id"))) {
      return "client_id: not an application's keystring";
    }
    if (!asked.getOrDefault("redirect_uri", "").startsWith("http")) {
      return "redirect_uri: missing";
    }
    if (!SCOPES.containsAll(scopes)) {
      return "scope: some of " + SCOPES;
    }
    if (asked.getOrDefault("state", "").isEmpty()) {
      return "state: missing";
    }
    boolean proof = asked.getOrDefault("code_challenge", "").matches("[A-Za-z0-9_-]{43}");
    return proof && "S256".equals(asked.get("code_challenge_method"))
        ? ""
        : "code_challenge: 43 characters, with the method S256";
  }

  /** Who consents from now on: a shop, or nobody. */
  public void consents(Optional<Shop> shop) {
    store.counter(CONSENTING, shop.map(Shop::shopId).orElse(-1L));
  }

  /** Ends a shop's access tokens; its refresh token as well if {@code all}. */
  public void end(Shop shop, boolean all) {
    tokens.all().stream()
        .filter(token -> token.shopId() == shop.shopId())
        .forEach(token -> tokens.remove(token.value()));
    if (all) {
      shops.put(shop.with(""));
    }
  }

  /** The shop whose token a call carries; empty if it is missing, unknown or too old. */
  Optional<Shop> shop(Request request) {
    String header = request.header("Authorization").orElse("");
    return header.startsWith("Bearer ")
        ? tokens
            .get(header.substring(7).strip())
            .filter(token -> token.expires().isAfter(clock.instant()))
            .flatMap(token -> shops.find(token.shopId()))
        : Optional.empty();
  }

  /** The shop whose refresh token a call for a token carries. */
  Optional<Shop> refreshing(Request request) {
    return shops.byRefreshToken(Form.urlencoded(request.body()).getOrDefault("refresh_token", ""));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Response error(int status, String code, String description) {
    return Response.json(
        status, Json.object().put("error", code).put("error_description", description));
  }
}
