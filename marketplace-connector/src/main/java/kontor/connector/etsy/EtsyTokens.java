package kontor.connector.etsy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Consent;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Etsy's OAuth 2. Each refresh gives a new refresh token and ends the old one; where Etsy answers
 * with a failure of its own, the old one is still good.
 */
final class EtsyTokens implements Consent {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CONSENT = Duration.ofDays(90);
  private static final String SCOPES =
      "listings_r listings_w listings_d transactions_r transactions_w shops_r";

  private final EtsySettings settings;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  EtsyTokens(EtsySettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  /** Without a consent yet a person has to give one: nobody is asked. */
  Renewal renew(Secrets secrets) {
    String refreshToken = secrets.get(EtsyFields.REFRESH_TOKEN);
    if (refreshToken.isBlank()) {
      throw new ChannelException(
          Kind.UNAUTHORISED, "Etsy's consent has not been given yet", PAUSE, null);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", secrets.get(EtsyFields.KEYSTRING));
    form.put("refresh_token", refreshToken);
    return renewal(secrets, answer(form, Kind.UNAUTHORISED));
  }

  @Override
  public URI page(Account account, Secrets secrets, URI redirect, String state, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", secrets.get(EtsyFields.KEYSTRING));
    query.put("redirect_uri", redirect.toString());
    query.put("scope", SCOPES);
    query.put("state", state);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    return URI.create(settings.connectUrl() + "?" + EtsyClient.encoded(query));
  }

  @Override
  public Renewal exchange(
      Account account, Secrets secrets, URI redirect, String code, String verifier) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", secrets.get(EtsyFields.KEYSTRING));
    form.put("redirect_uri", redirect.toString());
    form.put("code", code);
    form.put("code_verifier", verifier);
    return renewal(secrets, answer(form, Kind.REFUSED));
  }

  private static Renewal renewal(Secrets secrets, JsonNode answer) {
    return new Renewal(
        answer.path("access_token").asString(),
        Duration.ofSeconds(answer.path("expires_in").asLong()),
        secrets.with(EtsyFields.REFRESH_TOKEN, answer.path("refresh_token").asString()),
        Optional.of(CONSENT));
  }

  private JsonNode answer(Map<String, String> form, Kind refused) {
    HttpRequest request =
        HttpRequest.newBuilder(settings.tokenUrl())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(EtsyClient.encoded(form)))
            .build();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      int status = response.statusCode();
      if (status != 200) {
        Kind kind = status >= 500 || status == 429 ? Kind.RETRY : refused;
        long pause = response.headers().firstValueAsLong("retry-after").orElse(2);
        throw new ChannelException(
            kind,
            "Etsy gives no token: " + status + " " + error(response.body()),
            Duration.ofSeconds(Math.max(1, pause)),
            null);
      }
      return json.readTree(response.body());
    } catch (IOException | JacksonException e) {
      throw new ChannelException(Kind.RETRY, "Etsy gives no token", PAUSE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.RETRY, "interrupted", PAUSE, e);
    }
  }

  private String error(String body) {
    try {
      JsonNode answer = json.readTree(body);
      return answer.path("error").asString("")
          + " "
          + answer.path("error_description").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }
}
