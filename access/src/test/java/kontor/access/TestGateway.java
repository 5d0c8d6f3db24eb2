package kontor.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Plays the gateway in a service's test: signs tokens and sends requests as somebody. */
public final class TestGateway {

  public static final Caller MANAGER = new Caller("user:manager", Set.of(Role.MANAGER));
  public static final Caller ANNA = new Caller("guest:anna", Set.of(Role.GUEST));
  public static final Caller BERT = new Caller("guest:bert", Set.of(Role.GUEST));

  private static final KeyPair KEYS = keys();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private TestGateway() {}

  /** For the service's setting {@code KONTOR_TOKEN_PUBLIC_KEY}. */
  public static String publicKey() {
    return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
  }

  /** A customer who has signed in; the id is {@code customer:…}. */
  public static Caller customer(String id) {
    return new Caller(id, Set.of(Role.CUSTOMER));
  }

  public static String token(Caller caller) {
    String privateKey = Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
    return new AccessTokens.Issuer(privateKey, Clock.systemUTC())
        .issue(caller, Duration.ofMinutes(5));
  }

  public static HttpResponse<String> get(Caller caller, String url) {
    return send(request(caller, url, Map.of()).GET());
  }

  /** The body's single quotes become double ones, for JSON that can be read in a test. */
  public static HttpResponse<String> post(Caller caller, String url, String body) {
    return send("POST", caller, url, body, Map.of());
  }

  public static HttpResponse<String> send(
      String method, Caller caller, String url, String body, Map<String, String> headers) {
    return send(
        request(caller, url, headers)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private static HttpRequest.Builder request(
      Caller caller, String url, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token(caller));
    headers.forEach(request::header);
    return request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
