package kontor.sandbox.amazon.seller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * Login with Amazon. A refresh token gives an access token for a seller; the application's own
 * credentials give one with a scope, for the calls that belong to no seller. Both live for an hour
 * (model {@code tokens}; page "Connect to the SP-API").
 */
public final class Tokens {

  /** The scope of the calls on destinations, and on subscriptions by their id. */
  public static final String NOTIFICATIONS = "sellingpartnerapi::notifications";

  static final Set<String> SCOPES = Set.of(NOTIFICATIONS, "sellingpartnerapi::migration");
  private static final Duration LIFE = Duration.ofHours(1);
  private static final String SECRET = "secret";

  /** A token that was given out; {@code sellerId} is empty if it is the application's. */
  public record Token(String value, Instant expires, String sellerId, String scope) {}

  /** A secret that replaced the one of the settings. */
  public record Secret(String value) {}

  private final AmazonSettings settings;
  private final Sellers sellers;
  private final Clock clock;
  private final TimeScale scale;
  private final Table<Token> tokens;
  private final Table<Secret> secrets;

  public Tokens(
      AmazonSettings settings, Sellers sellers, Clock clock, TimeScale scale, Store store) {
    this.settings = settings;
    this.sellers = sellers;
    this.clock = clock;
    this.scale = scale;
    this.tokens = store.table("amazon-tokens", Token.class);
    this.secrets = store.table("amazon-secret", Secret.class);
  }

  /** POST /auth/o2/token, as JSON or as a form. */
  public Response issue(Request request) {
    Map<String, String> form = TokenForm.read(request);
    if (!form.containsKey("grant_type")) {
      return error(
          400, "invalid_request", "The request is missing a required parameter : grant_type");
    }
    if (!settings.clientId().equals(form.get("client_id"))
        || !secret().equals(form.get("client_secret"))) {
      return error(401, "invalid_client", "Client authentication failed");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
      case "client_credentials" -> grantless(form.getOrDefault("scope", ""));
      default -> error(400, "unsupported_grant_type", "The grant type is not supported");
    };
  }

  private Response refresh(String refreshToken) {
    Optional<Seller> seller = sellers.byRefreshToken(refreshToken);
    if (seller.isEmpty()) {
      return error(
          400, "invalid_grant", "The request has an invalid grant parameter : refresh_token");
    }
    ObjectNode body = Json.object().put("access_token", give(seller.get().sellerId(), ""));
    body.put("token_type", "bearer").put("expires_in", seconds());
    return Response.json(200, body.put("refresh_token", refreshToken));
  }

  private Response grantless(String scope) {
    if (!SCOPES.contains(scope)) {
      return error(400, "invalid_scope", "The requested scope is invalid, unknown, or malformed");
    }
    ObjectNode body = Json.object().put("access_token", give("", scope));
    return Response.json(200, body.put("token_type", "bearer").put("expires_in", seconds()));
  }

  /** A new token for a seller, or for the application with a scope. */
  public String give(String sellerId, String scope) {
    Instant now = clock.instant();
    tokens.all().stream()
        .filter(old -> old.expires().plus(LIFE).isBefore(now))
        .forEach(old -> tokens.remove(old.value()));
    String value = "Atza|" + UUID.randomUUID();
    tokens.put(value, new Token(value, now.plus(scale.shorten(LIFE)), sellerId, scope));
    return value;
  }

  /** How long a token given now lives. */
  public long seconds() {
    return Math.max(1, scale.shorten(LIFE).toSeconds());
  }

  /** The token that a call carries, expired or not. */
  public Optional<Token> of(Request request) {
    return request.header("x-amz-access-token").flatMap(tokens::get);
  }

  /** Whether a token is past its life. */
  public boolean expired(Token token) {
    return !token.expires().isAfter(clock.instant());
  }

  private String secret() {
    return secrets.get(SECRET).map(Secret::value).orElse(settings.clientSecret());
  }

  /** Replaces the application's secret; tokens given before live on. */
  public void rotate(String secret) {
    secrets.put(SECRET, new Secret(secret));
  }

  private static Response error(int status, String code, String description) {
    return Response.json(
        status, Json.object().put("error", code).put("error_description", description));
  }
}
