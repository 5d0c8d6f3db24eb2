package kontor.connector.amazon;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens by Login with Amazon (OAuth 2). */
final class AmazonTokens {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final AmazonSettings settings;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  AmazonTokens(AmazonSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  /** For the calls that belong to the application and to no seller (client credentials grant). */
  String application(Secrets secrets, String scope) {
    return answer(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                secrets.get(AmazonFields.CLIENT_ID),
                "client_secret",
                secrets.get(AmazonFields.CLIENT_SECRET),
                "scope",
                scope))
        .path("access_token")
        .asString();
  }

  Renewal renew(Secrets secrets) {
    JsonNode answer =
        answer(
            Map.of(
                "grant_type", "refresh_token",
                "client_id", secrets.get(AmazonFields.CLIENT_ID),
                "client_secret", secrets.get(AmazonFields.CLIENT_SECRET),
                "refresh_token", secrets.get(AmazonFields.REFRESH_TOKEN)));
    return new Renewal(
        answer.path("access_token").asString(),
        Duration.ofSeconds(answer.path("expires_in").asLong()),
        secrets.with(
            AmazonFields.REFRESH_TOKEN,
            answer.path("refresh_token").asString(secrets.get(AmazonFields.REFRESH_TOKEN))),
        Optional.empty());
  }

  /** A rotated client secret or a consent taken back does not heal by trying. */
  private JsonNode answer(Map<String, String> body) {
    HttpRequest request =
        HttpRequest.newBuilder(settings.tokenUrl())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      int status = response.statusCode();
      JsonNode answer = json.readTree(response.body());
      if (status != 200) {
        Kind kind = status >= 500 || status == 429 ? Kind.RETRY : Kind.UNAUTHORISED;
        String error = answer.path("error").asString(Integer.toString(status));
        throw new ChannelException(
            kind,
            "Amazon gives no token: " + error + " " + answer.path("error_description").asString(""),
            PAUSE,
            null);
      }
      return answer;
    } catch (IOException | JacksonException e) {
      throw new ChannelException(Kind.RETRY, "Amazon gives no token", PAUSE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.RETRY, "interrupted", PAUSE, e);
    }
  }
}
