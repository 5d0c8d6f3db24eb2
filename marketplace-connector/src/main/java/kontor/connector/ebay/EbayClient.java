package kontor.connector.ebay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls eBay's HTTP interfaces: renews the access token before it ends, once for all threads, and
 * turns what goes wrong into a {@link ChannelException}. Decides by status and error number, never
 * by text.
 */
final class EbayClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration RENEW_BEFORE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int TOKEN_ERROR = 1001;

  private final EbaySettings settings;
  private final Clock clock;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private @Nullable String token;
  private Instant renewAt = Instant.MIN;

  /** An answer that is not an error. */
  record Answer(int status, JsonNode body, @Nullable String location) {}

  EbayClient(EbaySettings settings, Clock clock, JsonMapper json) {
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  /**
   * @param body none is sent as {@code {}}, since eBay refuses a missing one
   */
  Answer post(String path, @Nullable Object body) {
    return call("POST", path, body == null ? json.createObjectNode() : body);
  }

  Answer put(String path, Object body) {
    return call("PUT", path, body);
  }

  JsonMapper json() {
    return json;
  }

  private Answer call(String method, String path, @Nullable Object body) {
    HttpResponse<String> response = send(method, path, body);
    if (response.statusCode() == 401 && errorId(tree(response)) == TOKEN_ERROR) {
      forget();
      response = send(method, path, body);
    }
    int status = response.statusCode();
    if (status / 100 == 2) {
      String location = response.headers().firstValue("Location").orElse(null);
      return new Answer(status, tree(response), location);
    }
    throw failure(method + " " + path, response);
  }

  private HttpResponse<String> send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token())
            .header("Accept", "application/json")
            .header("Content-Language", settings.language())
            .header("X-EBAY-C-MARKETPLACE-ID", settings.marketplace());
    if (body == null) {
      request.GET();
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    }
    return exchange(request.build(), body != null);
  }

  private HttpResponse<String> exchange(HttpRequest request, boolean changes) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (ConnectException e) {
      throw new ChannelException(Kind.RETRY, "eBay cannot be reached", PAUSE, e);
    } catch (IOException e) {
      Kind kind = changes ? Kind.UNKNOWN_OUTCOME : Kind.RETRY;
      throw new ChannelException(
          kind, "eBay gave no answer to " + request.uri().getPath(), PAUSE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.UNKNOWN_OUTCOME, "interrupted", PAUSE, e);
    }
  }

  private ChannelException failure(String call, HttpResponse<String> response) {
    int status = response.statusCode();
    String text = call + ": " + status + " " + describe(tree(response));
    if (status == 429) {
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(PAUSE.toSeconds());
      return new ChannelException(Kind.RETRY, text, Duration.ofSeconds(Math.max(1, seconds)), null);
    }
    if (status >= 500) {
      return new ChannelException(Kind.RETRY, text, PAUSE, null);
    }
    Kind kind = status == 401 || status == 403 ? Kind.UNAUTHORISED : Kind.REFUSED;
    return new ChannelException(kind, text, PAUSE, null);
  }

  private synchronized String token() {
    String current = token;
    if (current != null && clock.instant().isBefore(renewAt)) {
      return current;
    }
    String client = settings.clientId() + ":" + settings.clientSecret();
    String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    String form =
        "grant_type=refresh_token&refresh_token="
            + java.net.URLEncoder.encode(settings.refreshToken(), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/identity/v1/oauth2/token"))
            .timeout(TIMEOUT)
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> response = exchange(request, false);
    if (response.statusCode() != 200) {
      Kind kind =
          response.statusCode() >= 500 || response.statusCode() == 429
              ? Kind.RETRY
              : Kind.UNAUTHORISED;
      throw new ChannelException(
          kind, "eBay gives no token: " + response.statusCode(), PAUSE, null);
    }
    JsonNode answer = tree(response);
    String renewed = answer.path("access_token").asString();
    token = renewed;
    Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong());
    renewAt = clock.instant().plus(lifetime).minus(RENEW_BEFORE);
    return renewed;
  }

  private synchronized void forget() {
    token = null;
  }

  private JsonNode tree(HttpResponse<String> response) {
    try {
      String body = response.body();
      return body == null || body.isBlank() ? json.createObjectNode() : json.readTree(body);
    } catch (JacksonException e) {
      throw new ChannelException(Kind.RETRY, "eBay's answer is not JSON", PAUSE, e);
    }
  }

  static int errorId(JsonNode body) {
    return body.at("/errors/0/errorId").asInt(0);
  }

  /** eBay's words for what it refuses. */
  static String describe(JsonNode part) {
    JsonNode error = part.at("/errors/0");
    String text = error.path("longMessage").asString(error.path("message").asString(""));
    return error.path("errorId").asInt(0) + " " + text;
  }
}
