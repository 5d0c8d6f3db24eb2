package kontor.sandbox.etsy;

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
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;
import kontor.sandbox.state.TimeScale;

/** The page on which a person lets the application in, and the codes that it gives. */
public final class ConsentPage {

  private static final Set<String> SCOPES =
      Set.of(
          "listings_r",
          "listings_w",
          "listings_d",
          "transactions_r",
          "transactions_w",
          "shops_r",
          "shops_w");
  private static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final String CONSENTING = "etsy-consenting-shop";

  /** What a consent is worth until it is exchanged. */
  record Code(String value, Instant expires, String redirect, String challenge, long shopId) {}

  private final EtsySettings settings;
  private final Shops shops;
  private final Clock clock;
  private final TimeScale scale;
  private final Store store;
  private final Table<Code> codes;

  ConsentPage(EtsySettings settings, Shops shops, Clock clock, TimeScale scale, Store store) {
    this.settings = settings;
    this.shops = shops;
    this.clock = clock;
    this.scale = scale;
    this.store = store;
    this.codes = store.table("etsy-codes", Code.class);
  }

  /** GET /oauth/connect: the person consents, as the director says, and is sent back. */
  Response connect(Request request) {
    Map<String, String> asked = request.query();
    String wrong = wrong(asked);
    if (!wrong.isEmpty()) {
      return Tokens.error(400, "invalid_request", wrong);
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

  /** The shop whose code this is, for who has the verifier; the code is used up in any case. */
  Optional<Shop> redeem(Map<String, String> form) {
    Optional<Code> found = codes.get(form.getOrDefault("code", ""));
    found.ifPresent(code -> codes.remove(code.value()));
    String challenge = challenge(form.getOrDefault("code_verifier", ""));
    return found
        .filter(code -> code.expires().isAfter(clock.instant()))
        .filter(code -> code.redirect().equals(form.get("redirect_uri")))
        .filter(code -> code.challenge().equals(challenge))
        .flatMap(code -> shops.find(code.shopId()));
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
}
