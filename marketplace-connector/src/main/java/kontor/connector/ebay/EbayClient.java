package kontor.connector.ebay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Pace;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls eBay's HTTP interfaces and turns what goes wrong into a {@link ChannelException}. Decides
 * by status and error number, never by text.
 */
final class EbayClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int TOKEN_ERROR = 1001;

  private final URI baseUrl;
  private final Account account;
  private final AccessToken access;
  private final Pace pace;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  /** An answer that is not an error. */
  record Answer(int status, JsonNode body, @Nullable String location) {}

  EbayClient(URI baseUrl, Account account, AccessToken access, Pace pace, JsonMapper json) {
    this.pace = pace;
    this.baseUrl = baseUrl;
    this.account = account;
    this.access = access;
    this.json = json;
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  /** Empty when eBay does not know it. */
  Optional<Answer> find(String path) {
    HttpResponse<String> response = exchange("GET", path, null);
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(answer("GET", path, response));
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
    return answer(method, path, exchange(method, path, body));
  }

  private HttpResponse<String> exchange(String method, String path, @Nullable Object body) {
    pace.take(EbayLimits.of(path));
    String token = access.value();
    HttpResponse<String> response = send(method, path, body, token);
    if (response.statusCode() == 401 && errorId(tree(response)) == TOKEN_ERROR) {
      access.rejected(token);
      response = send(method, path, body, access.value());
    }
    return response;
  }

  private Answer answer(String method, String path, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      String location = response.headers().firstValue("Location").orElse(null);
      return new Answer(status, tree(response), location);
    }
    throw failure(method, path, response);
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable Object body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .header("Content-Language", account.setting(EbayFields.LANGUAGE))
            .header("X-EBAY-C-MARKETPLACE-ID", account.setting(EbayFields.MARKETPLACE));
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

  private ChannelException failure(String method, String path, HttpResponse<String> response) {
    int status = response.statusCode();
    String text = method + " " + path + ": " + status + " " + describe(tree(response));
    if (status == 429) {
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(PAUSE.toSeconds());
      Duration pause = Duration.ofSeconds(Math.max(1, seconds));
      pace.close(EbayLimits.of(path), pause);
      return new ChannelException(Kind.RETRY, text, pause, null);
    }
    if (status >= 500) {
      return new ChannelException(Kind.RETRY, text, PAUSE, null);
    }
    Kind kind = status == 401 || status == 403 ? Kind.UNAUTHORISED : Kind.REFUSED;
    return new ChannelException(kind, text, PAUSE, null);
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
