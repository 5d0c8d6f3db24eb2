package kontor.connector.etsy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Pace;
import kontor.connector.channel.Percent;
import kontor.connector.channel.Secrets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls Etsy's HTTP interfaces within its two limits and turns what goes wrong into a {@link
 * ChannelException}. A second is waited for; a day is not.
 */
final class EtsyClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final URI baseUrl;
  private final AccessToken access;
  private final Pace pace;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private volatile Key key = new Key("", "");

  /** The application's key as it was when a token was got. */
  private record Key(String token, String value) {}

  private record Content(String type, BodyPublisher body) {}

  private static final Content NONE = new Content("", BodyPublishers.noBody());

  EtsyClient(URI baseUrl, AccessToken access, Pace pace, JsonMapper json) {
    this.baseUrl = baseUrl;
    this.access = access;
    this.pace = pace;
    this.json = json;
  }

  JsonMapper json() {
    return json;
  }

  JsonNode get(String path) {
    return body("GET " + path, exchange("GET", path, NONE));
  }

  /** Empty when there is no such thing. */
  Optional<JsonNode> find(String path) {
    HttpResponse<String> response = exchange("GET", path, NONE);
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(body("GET " + path, response));
  }

  JsonNode form(String method, String path, Map<String, String> fields) {
    Content content = new Content(FORM, BodyPublishers.ofString(encoded(fields)));
    return body(method + " " + path, exchange(method, path, content));
  }

  JsonNode put(String path, JsonNode document) {
    Content content =
        new Content("application/json", BodyPublishers.ofString(json.writeValueAsString(document)));
    return body("PUT " + path, exchange("PUT", path, content));
  }

  JsonNode upload(String path, Multipart form) {
    Content content = new Content(form.contentType(), BodyPublishers.ofByteArray(form.bytes()));
    return body("POST " + path, exchange("POST", path, content));
  }

  private HttpResponse<String> exchange(String method, String path, Content content) {
    await();
    String token = access.value();
    HttpResponse<String> response = call(method, path, content, token);
    if (response.statusCode() == 401) {
      access.rejected(token);
      await();
      response = call(method, path, content, access.value());
    }
    EtsyLimits.learn(pace, response.headers());
    return response;
  }

  private void await() {
    while (!taken()) {
      rest();
    }
    pace.take(EtsyLimits.DAY);
  }

  private boolean taken() {
    try {
      pace.take(EtsyLimits.SECOND);
      return true;
    } catch (ChannelException e) {
      if (e.retryAfter().compareTo(LONGEST_WAIT) > 0) {
        throw e;
      }
      return false;
    }
  }

  private static void rest() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.RETRY, "interrupted", PAUSE, e);
    }
  }

  private HttpResponse<String> call(String method, String path, Content content, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .header("x-api-key", apiKey(token))
            .header("Authorization", "Bearer " + token)
            .method(method, content.body());
    if (!content.type().isEmpty()) {
      request.header("Content-Type", content.type());
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (ConnectException e) {
      throw new ChannelException(Kind.RETRY, "Etsy cannot be reached", PAUSE, e);
    } catch (IOException e) {
      Kind kind = method.equals("GET") ? Kind.RETRY : Kind.UNKNOWN_OUTCOME;
      throw new ChannelException(kind, "Etsy gave no answer to " + method + " " + path, PAUSE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Kind.UNKNOWN_OUTCOME, "interrupted", PAUSE, e);
    }
  }

  private String apiKey(String token) {
    Key known = key;
    if (!known.token().equals(token)) {
      Secrets secrets = access.secrets();
      known =
          new Key(
              token,
              secrets.get(EtsyFields.KEYSTRING) + ":" + secrets.get(EtsyFields.SHARED_SECRET));
      key = known;
    }
    return known.value();
  }

  private JsonNode body(String call, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return tree(response);
    }
    String text = call + ": " + status + " " + describe(tree(response));
    if (status == 429) {
      long seconds = response.headers().firstValueAsLong("retry-after").orElse(1);
      Duration pause = Duration.ofSeconds(Math.max(1, seconds));
      pace.close(EtsyLimits.exceeded(response.headers(), pause), pause);
      throw new ChannelException(Kind.RETRY, text, pause, null);
    }
    if (status >= 500) {
      throw new ChannelException(Kind.RETRY, text, PAUSE, null);
    }
    Kind kind = status == 401 || status == 403 ? Kind.UNAUTHORISED : Kind.REFUSED;
    throw new ChannelException(kind, text, PAUSE, null);
  }

  private JsonNode tree(HttpResponse<String> response) {
    try {
      String body = response.body();
      return body == null || body.isBlank() ? json.createObjectNode() : json.readTree(body);
    } catch (JacksonException e) {
      throw new ChannelException(Kind.RETRY, "Etsy's answer is not JSON", PAUSE, e);
    }
  }

  /** One text, or a list of {@code {path, type, message}}. */
  private static String describe(JsonNode body) {
    JsonNode error = body.path("error");
    return error.isString() ? error.asString() : error.isMissingNode() ? "" : error.toString();
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> Percent.encode(field.getKey()) + "=" + Percent.encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }
}
