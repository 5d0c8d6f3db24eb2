package kontor.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.access.AccessTokens;
import kontor.access.Caller;
import kontor.local.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Customers' sessions at the edge, with a real store. The order service is played: it says about
 * sessions what the request's query asks it to say, and answers who called it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CustomerSessionTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final KeyPair KEYS = keys();
  private static final HttpServer ORDER = order();

  @Autowired Environment environment;

  private final String anna = "customer:" + UUID.randomUUID();

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.token-private-key", () -> base64(KEYS.getPrivate().getEncoded()));
    registry.add("kontor.admin-password", () -> "for the test");
    registry.add("kontor.services.order", () -> "http://127.0.0.1:" + ORDER.getAddress().getPort());
  }

  @Test
  void theOrderServiceBeginsASessionAndItsHeaderStaysInside() {
    HttpResponse<String> signedIn = say("start " + anna + " 1", null);
    assertThat(signedIn.headers().firstValue("Kontor-Session")).isEmpty();
    assertThat(cookies(signedIn))
        .anyMatch(
            c ->
                c.startsWith("kontor_customer=")
                    && c.contains("HTTPOnly")
                    && c.contains("Secure")
                    && c.contains("SameSite=Strict"));
    assertThat(who(session(signedIn))).isEqualTo(anna + " [CUSTOMER]");
  }

  @Test
  void aClientCannotSayThatItIsSignedIn() {
    HttpRequest forged =
        HttpRequest.newBuilder(url("/api/shop/session"))
            .header("Kontor-Session", "start " + anna + " 1")
            .header("Cookie", "kontor_customer=" + anna)
            .build();
    HttpResponse<String> answer = send(forged);
    assertThat(answer.body()).contains("[GUEST]");
    assertThat(cookies(answer)).noneMatch(c -> c.startsWith("kontor_customer="));
  }

  @Test
  void aLinkOutOfAMailTakesNoVisitorHisCookie() {
    assertThat(cookies(get("/api/shop/links/new-password?token=x", null))).isEmpty();
    assertThat(cookies(get("/api/shop/orders", null))).hasSize(1);
  }

  @Test
  void signingOutEndsThisSessionOnly() {
    String phone = session(say("start " + anna + " 1", null));
    String desk = session(say("start " + anna + " 1", null));
    HttpResponse<String> out = say("end", phone);
    assertThat(cookies(out))
        .anyMatch(c -> c.startsWith("kontor_customer=;") && c.contains("Max-Age=0"));
    assertThat(who(phone)).contains("[GUEST]");
    assertThat(who(desk)).contains("[CUSTOMER]");
  }

  @Test
  void aNewPasswordEndsAllSessionsFromBefore() {
    String phone = session(say("start " + anna + " 1", null));
    String desk = session(say("start " + anna + " 1", null));
    String other = session(say("start customer:other 1", null));
    say("from " + anna + " 2", desk);
    assertThat(who(phone)).contains("[GUEST]");
    assertThat(who(desk)).contains("[GUEST]");
    assertThat(who(other)).contains("[CUSTOMER]");
    String after = session(say("start " + anna + " 2", null));
    say("from " + anna + " 2", after);
    assertThat(who(after)).contains("[CUSTOMER]");
  }

  @Test
  void aSessionThatAnEndOfSessionsMissedEndsAtTheNextSignIn() {
    say("from " + anna + " 2", null);
    String late = session(say("start " + anna + " 1", null));
    String fresh = session(say("start " + anna + " 2", null));
    assertThat(who(late)).contains("[GUEST]");
    assertThat(who(fresh)).contains("[CUSTOMER]");
  }

  @Test
  void aCustomerIsNoManager() {
    String session = session(say("start " + anna + " 1", null));
    String asManager = session.replace("kontor_customer", "kontor_session");
    for (String path : List.of("/api/admin/api-keys", "/api/admin/orders", "/api/session")) {
      assertThat(get(path, asManager).statusCode()).as(path).isEqualTo(403);
      assertThat(get(path, session).statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void aManagerStaysOneBesideACustomersSession() {
    HttpRequest signIn =
        HttpRequest.newBuilder(url("/api/session"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"user\":\"manager\",\"password\":\"for the test\"}"))
            .build();
    String manager = cookies(send(signIn)).get(0).replaceFirst(";.*", "");
    String both = manager + "; " + session(say("start " + anna + " 1", null));
    assertThat(get("/api/admin/orders", both).body()).contains("user:manager [MANAGER]");
    assertThat(get("/api/shop/orders", both).body()).contains(anna);
    assertThat(get("/api/shop/orders", manager).body()).contains("user:manager [MANAGER]");
  }

  /** Has the order service say this about sessions. */
  private HttpResponse<String> say(String header, @Nullable String cookie) {
    return get("/api/shop/session?say=" + header.replace(" ", "%20"), cookie);
  }

  private String who(String cookie) {
    return get("/api/shop/session", cookie).body();
  }

  private HttpResponse<String> get(String path, @Nullable String cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url(path));
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    return send(request.build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie");
  }

  private static String session(HttpResponse<String> answer) {
    return cookies(answer).stream()
        .filter(c -> c.startsWith("kontor_customer="))
        .map(c -> c.replaceFirst(";.*", ""))
        .collect(Collectors.joining());
  }

  private URI url(String path) {
    return URI.create(
        "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
  }

  private static HttpServer order() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", CustomerSessionTest::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
    Caller caller =
        new AccessTokens.Verifier(base64(KEYS.getPublic().getEncoded()), Clock.systemUTC())
            .verify(token);
    Stream.ofNullable(exchange.getRequestURI().getQuery())
        .filter(query -> query.startsWith("say="))
        .forEach(query -> exchange.getResponseHeaders().set("Kontor-Session", query.substring(4)));
    byte[] body = (caller.subject() + " " + caller.roles()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
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

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
