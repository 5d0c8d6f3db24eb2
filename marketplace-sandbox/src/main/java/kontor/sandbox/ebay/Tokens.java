package kontor.sandbox.ebay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;
import kontor.sandbox.state.TimeScale;
import org.jspecify.annotations.Nullable;

/**
 * eBay's OAuth 2 endpoint. An application token (client_credentials) is good for public data only;
 * what belongs to a seller needs a user token, which comes from a refresh token. The refresh token
 * stays the same for its whole life.
 */
final class Tokens {

  static final String SCOPE = "https://api.ebay.com/oauth/api_scope";
  static final String INVENTORY = SCOPE + "/sell.inventory";
  static final String FULFILLMENT = SCOPE + "/sell.fulfillment";
  static final String FINANCES = SCOPE + "/sell.finances";
  private static final Duration LIFE = Duration.ofHours(2);
  private static final List<String> USER_SCOPES =
      List.of(SCOPE, INVENTORY, FULFILLMENT, FULFILLMENT + ".readonly", FINANCES);

  /** A token that was given out; the seller's, or the application's own if it names none. */
  record Token(String value, Instant expires, List<String> scopes, @Nullable String seller) {}

  private final Credentials credentials;
  private final Sellers sellers;
  private final Clock clock;
  private final TimeScale scale;
  private final Limits limits;
  private final Table<Token> tokens;

  Tokens(
      Credentials credentials,
      Sellers sellers,
      Clock clock,
      TimeScale scale,
      Limits limits,
      Store store) {
    this.credentials = credentials;
    this.sellers = sellers;
    this.clock = clock;
    this.scale = scale;
    this.limits = limits;
    this.tokens = store.table("ebay-tokens", Token.class);
  }

  /** POST /identity/v1/oauth2/token. */
  Response issue(Request request) {
    if (!isClient(request.header("Authorization").orElse(""))) {
      return error(401, "invalid_client", "client authentication failed");
    }
    Map<String, String> form = form(request.body());
    String grant = form.getOrDefault("grant_type", "");
    Set<String> wanted = scopes(form.getOrDefault("scope", ""));
    if (grant.equals("client_credentials")) {
      limits.take(Limits.Group.CLIENT_TOKENS);
      return wanted.isEmpty() || !Set.of(SCOPE).containsAll(wanted)
          ? error(400, "invalid_scope", "an application token has the scope " + SCOPE + " only")
          : give(List.of(SCOPE), "Application Access Token", null);
    }
    return grant.equals("refresh_token")
        ? refresh(form, wanted)
        : error(400, "unsupported_grant_type", "grant type in request is not supported");
  }

  private Response refresh(Map<String, String> form, Set<String> wanted) {
    limits.take(Limits.Group.REFRESH_TOKENS);
    Optional<Seller> seller = sellers.byRefreshToken(form.getOrDefault("refresh_token", ""));
    if (seller.isEmpty()) {
      return error(400, "invalid_grant", "the provided refresh token is invalid or was revoked");
    }
    if (!USER_SCOPES.containsAll(wanted)) {
      return error(400, "invalid_scope", "a requested scope was not granted by the user");
    }
    return give(
        wanted.isEmpty() ? USER_SCOPES : List.copyOf(wanted),
        "User Access Token",
        seller.get().username());
  }

  private Response give(List<String> scopes, String type, @Nullable String seller) {
    Instant now = clock.instant();
    Duration life = scale.shorten(LIFE);
    tokens.all().stream()
        .filter(old -> !old.expires().isAfter(now))
        .forEach(old -> tokens.remove(old.value()));
    String value = "v^1.1#sandbox#" + UUID.randomUUID();
    tokens.put(value, new Token(value, now.plus(life), scopes, seller));
    var body = Json.object().put("access_token", value);
    return Response.json(200, body.put("expires_in", life.toSeconds()).put("token_type", type));
  }

  /** Whose token a call carries, good or not; empty if it is nobody's. */
  String seller(Request request) {
    return tokens.get(value(request)).map(Tokens::owner).orElse("");
  }

  /** A seller's token of before there were several is the first one's. */
  private static String owner(Token token) {
    boolean user = token.scopes().stream().anyMatch(scope -> !scope.equals(SCOPE));
    return token.seller() != null ? token.seller() : user ? Seller.LOCAL : "";
  }

  /** Refuses a call without a valid token for one of these scopes. */
  void check(Request request, List<String> anyOf) {
    Token token =
        tokens
            .get(value(request))
            .filter(t -> t.expires().isAfter(clock.instant()))
            .orElseThrow(() -> Problem.INVALID_TOKEN.refuse("missing, unknown or expired"));
    if (token.scopes().stream().noneMatch(anyOf::contains)) {
      throw Problem.NO_PERMISSION.refuse("needs a user token with the scope " + anyOf.get(0));
    }
  }

  /** The Post-Order API has another word before the token than the others. */
  private static String value(Request request) {
    String header = request.header("Authorization").orElse("");
    String word = request.path().get(0).equals("post-order") ? "IAF " : "Bearer ";
    return header.startsWith(word) ? header.substring(word.length()).strip() : "";
  }

  private boolean isClient(String header) {
    String expected = credentials.clientId() + ":" + credentials.clientSecret();
    byte[] bytes = expected.getBytes(StandardCharsets.UTF_8);
    return header.equals("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static Set<String> scopes(String text) {
    return Arrays.stream(text.split(" ")).filter(s -> !s.isEmpty()).collect(Collectors.toSet());
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // a broken escape is no valid value of any field
    }
  }

  private static Response error(int status, String code, String description) {
    return Response.json(
        status, Json.object().put("error", code).put("error_description", description));
  }
}
