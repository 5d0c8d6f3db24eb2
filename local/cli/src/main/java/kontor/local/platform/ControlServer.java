package kontor.local.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kontor.local.network.LinkState;
import kontor.local.network.Network;

/**
 * The supervisor's control on the loopback address: {@code GET /status}, {@code POST
 * /restart?<component>}, {@code POST /down}, and for a platform with links {@code GET /links} and
 * {@code POST /links?<link>} with its new state. Without the token it answers 401.
 */
final class ControlServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supervisor supervisor;
  private final Network network;
  private final String token;
  private final HttpServer server;
  private final ExecutorService requests = Executors.newFixedThreadPool(2);

  private ControlServer(Supervisor supervisor, Network network, String token, HttpServer server) {
    this.supervisor = supervisor;
    this.network = network;
    this.token = token;
    this.server = server;
  }

  static ControlServer start(Supervisor supervisor, Network network, int port, String token)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ControlServer control =
        new ControlServer(supervisor, network, token, HttpServer.create(address, /* backlog= */ 0));
    control.server.setExecutor(control.requests);
    control.server.createContext("/", control::handle);
    control.server.start();
    return control;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!allowed(exchange)) {
        answer(exchange, 401, Map.of("detail", "the token is missing or wrong"));
        return;
      }
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      switch (call) {
        case "GET /status" -> answer(exchange, 200, supervisor.status());
        case "POST /restart" -> restart(exchange);
        case "POST /down" -> down(exchange);
        case "GET /links" -> answer(exchange, 200, network.used());
        case "POST /links" -> link(exchange);
        default -> answer(exchange, 404, Map.of("detail", "unknown call " + call));
      }
    }
  }

  private boolean allowed(HttpExchange exchange) {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    return shown != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private void restart(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getQuery();
    int restarted = name == null ? 0 : supervisor.restart(name);
    answer(exchange, restarted == 0 ? 404 : 200, Map.of("restarted", restarted));
  }

  private void link(HttpExchange exchange) throws IOException {
    String name = String.valueOf(exchange.getRequestURI().getQuery());
    LinkState state = JSON.readValue(exchange.getRequestBody(), LinkState.class);
    answer(exchange, network.set(name, state) ? 200 : 404, Map.of("link", name));
  }

  private void down(HttpExchange exchange) throws IOException {
    answer(exchange, 202, Map.of("stopping", true));
    new Thread(supervisor::stop, "down").start();
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
