package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

  private static final Duration LIFE = Duration.ofHours(1);

  /** A token that was given out. */
  record Token(String value, Instant expires, long shopId) {}

  private final EtsySettings settings;
  private final Shops shops;
  private final Clock clock;
  private final TimeScale scale;
  private final Table<Token> tokens;
  private final ConsentPage page;

  Tokens(
      EtsySettings settings,
      Shops shops,
      ConsentPage page,
      Clock clock,
      TimeScale scale,
      Store store) {
    this.settings = settings;
    this.shops = shops;
    this.clock = clock;
    this.scale = scale;
    this.tokens = store.table("etsy-tokens", Token.class);
    this.page = page;
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
    return page.redeem(form)
        .map(this::give)
        .orElseGet(
            () ->
                error(
                    400, "invalid_grant", "code: unknown, used, too old, or of another verifier"));
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

  static Response error(int status, String code, String description) {
    return Response.json(
        status, Json.object().put("error", code).put("error_description", description));
  }
}
