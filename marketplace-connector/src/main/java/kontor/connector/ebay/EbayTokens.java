package kontor.connector.ebay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Percent;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens for a seller's consent (OAuth 2 refresh token grant). */
final class EbayTokens {

  private static final String PUBLIC = "https://api.ebay.com/oauth/api_scope";
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final EbaySettings settings;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  EbayTokens(EbaySettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  Renewal renew(Secrets secrets) {
    String form =
        "grant_type=refresh_token&refresh_token="
            + Percent.encode(secrets.get(EbayFields.REFRESH_TOKEN));
    JsonNode answer = answer(request(secrets, form));
    return new Renewal(
        answer.path("access_token").asString(),
        Duration.ofSeconds(answer.path("expires_in").asLong()),
        secrets,
        Optional.empty());
  }

  /** A token of our application itself, for what belongs to no seller. */
  String application(Secrets secrets) {
    String form = "grant_type=client_credentials&scope=" + Percent.encode(PUBLIC);
    return answer(request(secrets, form)).path("access_token").asString();
  }

  private HttpRequest request(Secrets secrets, String form) {
    String client = secrets.get(EbayFields.CLIENT_ID) + ":" + secrets.get(EbayFields.CLIENT_SECRET);
    String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/identity/v1/oauth2/token"))
        .timeout(TIMEOUT)
        .header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private JsonNode answer(HttpRequest request) {
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      int status = response.statusCode();
      if (status != 200) {
        Kind kind = status >= 500 || status == 429 ? Kind.RETRY : Kind.UNAUTHORISED;
        throw new ChannelException(kind, "eBay gives no token: " + status, PAUSE, null);
      }
      return json.readTree(response.body());
    } catch (IOException | JacksonException e) {
      throw new ChannelException(Kind.RETRY, "eBay gives no token", PAUSE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.RETRY, "interrupted", PAUSE, e);
    }
  }
}
