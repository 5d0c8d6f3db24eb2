package kontor.local.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import kontor.local.platform.PlatformException;

/**
 * One user of the gateway: a manager who has signed in, or a visitor with cookies of his own. Safe
 * for one thread at a time.
 */
public final class Edge {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY = 429;

  /** The gateway lets an address sign in again after a second. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private static final int MOST_SIGN_INS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI gateway;
  private final Duration patience;
  private final Map<String, String> cookies = new TreeMap<>();

  private Edge(URI gateway, Duration patience) {
    this.gateway = gateway;
    this.patience = patience;
  }

  /** A visitor of the shop. */
  public static Edge visitor(URI gateway) {
    return visitor(gateway, PATIENCE);
  }

  /** A visitor who waits no longer than that for an answer. */
  public static Edge visitor(URI gateway, Duration patience) {
    return new Edge(gateway, patience);
  }

  /** Signs in; a {@link PlatformException} says so when that fails. */
  public static Edge manager(URI gateway, String password) {
    return manager(gateway, password, PATIENCE);
  }

  /** Signs in, and waits no longer than that for an answer. */
  public static Edge manager(URI gateway, String password, Duration patience) {
    Edge edge = new Edge(gateway, patience);
    Answer answer = edge.signIn(password);
    for (int again = 1; answer.status() == TOO_MANY && again < MOST_SIGN_INS; again++) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
      answer = edge.signIn(password);
    }
    if (!answer.ok()) {
      throw new PlatformException("Signing in failed: " + answer.text());
    }
    return edge;
  }

  private Answer signIn(String password) {
    return post("/api/session", Map.of("user", "manager", "password", password));
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  public Answer post(String path, Object body) {
    return send("POST", path, json(body), Map.of("Content-Type", "application/json"));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, json(body), Map.of("Content-Type", "application/json"));
  }

  /** Orders a cart under an idempotency key. */
  public Answer post(String path, Object body, String idempotencyKey) {
    return send(
        "POST",
        path,
        json(body),
        Map.of("Content-Type", "application/json", "Idempotency-Key", idempotencyKey));
  }

  /** Sends anything; {@link PlatformException} when nobody answers. */
  public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
    try {
      return sendOnce(method, path, body, headers);
    } catch (IOException e) {
      throw new PlatformException("The gateway gives no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }

  private Answer sendOnce(
      String method, String path, BodyPublisher body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path)).timeout(patience).method(method, body);
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header("Cookie", String.join("; ", cookies.values()));
    }
    HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
    response.headers().allValues("Set-Cookie").forEach(this::keep);
    String text = new String(response.body(), StandardCharsets.UTF_8);
    return new Answer(response.statusCode(), tree(text), text);
  }

  /** As a browser does; one without a value is over. */
  private void keep(String set) {
    String pair = set.replaceFirst(";.*", "");
    String name = pair.replaceFirst("=.*", "");
    if (pair.equals(name + "=")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair);
    }
  }

  private static JsonNode tree(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
