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
  private final EbaySigner signer;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  /** An answer that is not an error. */
  record Answer(int status, JsonNode body, @Nullable String location) {}

  EbayClient(
      URI baseUrl,
      Account account,
      AccessToken access,
      Pace pace,
      JsonMapper json,
      EbaySigner signer) {
    this.signer = signer;
    this.pace = pace;
    this.baseUrl = baseUrl;
    this.account = account;
    this.access = access;
    this.json = json;
  }

  /** The same calls with another token. */
  EbayClient with(AccessToken other) {
    return new EbayClient(baseUrl, account, other, pace, json, signer);
  }

  /** What is sent; a body is text from here on, since a signature is over its bytes. */
  private record Call(String method, String path, @Nullable String body, boolean signed) {

    static Call get(String path) {
      return new Call("GET", path, null, false);
    }

    byte[] bytes() {
      return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }
  }

  Answer get(String path) {
    return call(Call.get(path));
  }

  /** Empty when eBay does not know it. */
  Optional<Answer> find(String path) {
    HttpResponse<String> response = exchange(Call.get(path));
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(answer(Call.get(path), response));
  }

  /**
   * @param body none is sent as {@code {}}, since eBay refuses a missing one
   */
  Answer post(String path, @Nullable Object body) {
    Object sent = body == null ? json.createObjectNode() : body;
    return call(new Call("POST", path, json.writeValueAsString(sent), false));
  }

  /** That there is no such thing any more is as good as an answer. */
  void postUnlessGone(String path) {
    Call call = new Call("POST", path, "{}", false);
    HttpResponse<String> response = exchange(call);
    if (response.statusCode() != 404) {
      Answer unused = answer(call, response);
    }
  }

  Answer put(String path, Object body) {
    return call(new Call("PUT", path, json.writeValueAsString(body), false));
  }

  /** A call about money that eBay wants signed. */
  Answer getSigned(String path) {
    signer.check();
    return call(new Call("GET", path, null, true));
  }

  /** A call that moves money. */
  Answer postSigned(String path, Object body) {
    return call(signed(path, body));
  }

  /** What eBay refuses by a number of its own is an answer with that status. */
  Answer tryGet(String path) {
    return attempt(Call.get(path));
  }

  /** The same of a call that moves money. */
  Answer trySigned(String path, Object body) {
    return attempt(signed(path, body));
  }

  private Answer attempt(Call call) {
    HttpResponse<String> response = exchange(call);
    boolean refused = response.statusCode() == 400 || response.statusCode() == 409;
    return refused
        ? new Answer(response.statusCode(), tree(response), null)
        : answer(call, response);
  }

  /** Refuses what would need a signature, if the account has no key for it. */
  void checkSigner() {
    signer.check();
  }

  JsonMapper json() {
    return json;
  }

  private Call signed(String path, Object body) {
    signer.check();
    return new Call("POST", path, json.writeValueAsString(body), true);
  }

  private Answer call(Call call) {
    return answer(call, exchange(call));
  }

  private HttpResponse<String> exchange(Call call) {
    pace.take(EbayLimits.of(call.path()));
    String token = access.value();
    HttpResponse<String> response = send(call, token);
    if (response.statusCode() == 401 && errorId(tree(response)) == TOKEN_ERROR) {
      access.rejected(token);
      response = send(call, access.value());
    }
    return response;
  }

  private Answer answer(Call call, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      String location = response.headers().firstValue("Location").orElse(null);
      return new Answer(status, tree(response), location);
    }
    throw failure(call, response);
  }

  /** The Post-Order API has another word before the token than the others. */
  private HttpResponse<String> send(Call call, String token) {
    URI uri = URI.create(baseUrl + call.path());
    String word = call.path().startsWith("/post-order/") ? "IAF " : "Bearer ";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Authorization", word + token)
            .header("Accept", "application/json")
            .header("Content-Language", account.setting(EbayFields.LANGUAGE))
            .header("X-EBAY-C-MARKETPLACE-ID", account.setting(EbayFields.MARKETPLACE));
    byte[] body = call.bytes();
    if (call.body() == null) {
      request.GET();
    } else {
      request
          .header("Content-Type", "application/json")
          .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(body));
    }
    if (call.signed()) {
      signer.headers(call.method(), uri, body).forEach(request::header);
    }
    return exchange(request.build(), call.body() != null);
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

  private ChannelException failure(Call call, HttpResponse<String> response) {
    int status = response.statusCode();
    String text =
        call.method() + " " + call.path() + ": " + status + " " + describe(tree(response));
    if (status == 429) {
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(PAUSE.toSeconds());
      Duration pause = Duration.ofSeconds(Math.max(1, seconds));
      pace.close(EbayLimits.of(call.path()), pause);
      return new ChannelException(Kind.RETRY, text, pause, null);
    }
    if (status >= 500) {
      return new ChannelException(Kind.RETRY, text, PAUSE, null);
    }
    boolean locked = (status == 401 && !call.signed()) || status == 403;
    Kind kind = locked ? Kind.UNAUTHORISED : Kind.REFUSED;
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
