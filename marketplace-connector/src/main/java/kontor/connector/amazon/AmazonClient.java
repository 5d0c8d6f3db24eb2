package kontor.connector.amazon;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Pace;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls Amazon's HTTP interfaces within their limits and turns what goes wrong into a {@link
 * ChannelException}. An access token that ran out is a 403, not a 401.
 */
final class AmazonClient {

  /** For which an answer is waited for. */
  static final Duration TIMEOUT = Duration.ofSeconds(15);

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration THROTTLED = Duration.ofSeconds(5);

  private final URI baseUrl;
  private final AccessToken access;
  private final Pace pace;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  AmazonClient(URI baseUrl, AccessToken access, Pace pace, JsonMapper json) {
    this.baseUrl = baseUrl;
    this.access = access;
    this.pace = pace;
    this.json = json;
  }

  /** Within the same limits for somebody else. */
  AmazonClient as(AccessToken other) {
    return new AmazonClient(baseUrl, other, pace, json);
  }

  JsonMapper json() {
    return json;
  }

  /** Empty when there is no such thing. */
  Optional<JsonNode> find(String operation, String path) {
    HttpResponse<String> response = exchange(operation, "GET", path, null);
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(operation, response));
  }

  JsonNode get(String operation, String path) {
    return body(operation, exchange(operation, "GET", path, null));
  }

  /** Empty when there is no such thing. */
  Optional<JsonNode> remove(String operation, String path) {
    HttpResponse<String> response = exchange(operation, "DELETE", path, null);
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(operation, response));
  }

  JsonNode send(String operation, String method, String path, Object body) {
    return body(operation, exchange(operation, method, path, body));
  }

  /** Puts a file where Amazon said. */
  void upload(URI address, String contentType, byte[] file) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", contentType)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    int status = exchange(request, HttpResponse.BodyHandlers.discarding(), false).statusCode();
    if (status / 100 != 2) {
      throw new ChannelException(Kind.RETRY, "upload: " + status, PAUSE, null);
    }
  }

  byte[] download(URI address) {
    return fetch(address).body();
  }

  /** A file, with the headers that came with it. */
  HttpResponse<byte[]> fetch(URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build();
    HttpResponse<byte[]> response =
        exchange(request, HttpResponse.BodyHandlers.ofByteArray(), false);
    if (response.statusCode() != 200) {
      throw new ChannelException(Kind.RETRY, "download: " + response.statusCode(), PAUSE, null);
    }
    return response;
  }

  private HttpResponse<String> exchange(
      String operation, String method, String path, @Nullable Object body) {
    pace.take(operation);
    String token = access.value();
    HttpResponse<String> response = call(method, path, body, token);
    if (response.statusCode() == 403 && code(response).equals("Unauthorized")) {
      access.rejected(token);
      pace.take(operation);
      response = call(method, path, body, access.value());
    }
    response
        .headers()
        .firstValue("x-amzn-RateLimit-Limit")
        .ifPresent(rate -> learn(operation, rate));
    return response;
  }

  private HttpResponse<String> call(
      String method, String path, @Nullable Object body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .header("x-amz-access-token", token);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    }
    return exchange(
        request.build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
        !method.equals("GET"));
  }

  private <T> HttpResponse<T> exchange(
      HttpRequest request, HttpResponse.BodyHandler<T> reader, boolean changes) {
    try {
      return http.send(request, reader);
    } catch (ConnectException e) {
      throw new ChannelException(Kind.RETRY, "Amazon cannot be reached", PAUSE, e);
    } catch (IOException e) {
      Kind kind = changes ? Kind.UNKNOWN_OUTCOME : Kind.RETRY;
      throw new ChannelException(
          kind, "Amazon gave no answer to " + request.uri().getPath(), PAUSE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.UNKNOWN_OUTCOME, "interrupted", PAUSE, e);
    }
  }

  private JsonNode body(String operation, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return tree(response);
    }
    String text = operation + ": " + status + " " + describe(tree(response));
    if (status == 429) {
      Duration pause =
          Duration.ofSeconds(
              response.headers().firstValueAsLong("Retry-After").orElse(THROTTLED.toSeconds()));
      pace.close(operation, pause);
      throw new ChannelException(Kind.RETRY, text, pause, null);
    }
    if (status >= 500) {
      throw new ChannelException(Kind.RETRY, text, PAUSE, null);
    }
    Kind kind = status == 401 || status == 403 ? Kind.UNAUTHORISED : Kind.REFUSED;
    throw new ChannelException(kind, text, PAUSE, null);
  }

  /** The header has calls per second, and is not always right: nonsense is passed over. */
  private void learn(String operation, String rate) {
    try {
      BigDecimal perSecond = new BigDecimal(rate);
      if (perSecond.signum() > 0) {
        BigDecimal nanos =
            BigDecimal.valueOf(1_000_000_000).divide(perSecond, 0, RoundingMode.CEILING);
        pace.learn(operation, Duration.ofNanos(nanos.longValue()));
      }
    } catch (NumberFormatException e) {
      // Amazon's own limits hold on
    }
  }

  private String code(HttpResponse<String> response) {
    return tree(response).at("/errors/0/code").asString("");
  }

  private JsonNode tree(HttpResponse<String> response) {
    try {
      String body = response.body();
      return body == null || body.isBlank() ? json.createObjectNode() : json.readTree(body);
    } catch (JacksonException e) {
      throw new ChannelException(Kind.RETRY, "Amazon's answer is not JSON", PAUSE, e);
    }
  }

  private static String describe(JsonNode body) {
    JsonNode error = body.at("/errors/0");
    String text = error.path("code").asString("") + " " + error.path("message").asString("");
    String details = error.path("details").asString("");
    return details.isEmpty() ? text : text + " (" + details + ")";
  }
}
