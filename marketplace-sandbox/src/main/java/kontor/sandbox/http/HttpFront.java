package kontor.sandbox.http;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kontor.sandbox.document.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's door: reads requests, asks the handler, and sends answers the way they are told. */
public final class HttpFront implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final int THREADS = 16;

  static {
    // Without it every small answer on a kept connection waits for the peer's delayed ACK (40 ms).
    setDefault("sun.net.httpserver.nodelay", "true");
    // The JDK's client keeps a connection for 20 minutes; a server that closes sooner races with
    // it.
    setDefault("sun.net.httpserver.idleInterval", "3600");
  }

  private final HttpServer server;
  private final Handler handler;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

  private HttpFront(HttpServer server, Handler handler) {
    this.server = server;
    this.handler = handler;
  }

  /** Opens the port (0 picks a free one) and starts to answer. */
  public static HttpFront open(String host, int port, Handler handler) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 512);
      HttpFront front = new HttpFront(server, handler);
      server.setExecutor(front.workers);
      server.createContext("/", front::serve);
      server.start();
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
  }

  /** The address to call, without a slash at the end. */
  public URI baseUri() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
    return URI.create("http://" + host + ":" + address.getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    Response response;
    try {
      response = handler.handle(RequestReader.read(exchange));
    } catch (RequestReader.TooLarge e) {
      response = Response.empty(413).with("Connection", "close");
    } catch (Payload.NotText e) {
      response = Response.json(400, Map.of("title", "the body is not UTF-8"));
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
      response = Response.json(500, Map.of("title", "the sandbox has a fault, see its log"));
    }
    deliver(exchange, response);
  }

  private void deliver(HttpExchange exchange, Response response) throws IOException {
    Response.Delivery delivery = response.delivery();
    if (delivery.delay().isZero()) {
      send(exchange, response);
    } else {
      var unused =
          later.schedule(
              () -> sendLate(exchange, response), millis(delivery), TimeUnit.MILLISECONDS);
    }
  }

  private static long millis(Response.Delivery delivery) {
    return delivery.delay().toMillis();
  }

  private static void sendLate(HttpExchange exchange, Response response) {
    try {
      send(exchange, response);
    } catch (IOException e) {
      LOG.debug("the caller did not wait for the late answer", e);
    }
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    try (exchange) {
      if (response.delivery().cut()) {
        return; // closed before anything was sent: the caller sees a lost connection
      }
      response.headers().forEach(exchange.getResponseHeaders()::set);
      var body = response.body();
      if (body == null) {
        exchange.sendResponseHeaders(response.status(), -1);
        return;
      }
      byte[] bytes = body instanceof BinaryNode raw ? raw.binaryValue() : Json.bytes(body);
      exchange.getResponseHeaders().putIfAbsent("Content-Type", jsonType());
      exchange.sendResponseHeaders(response.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static List<String> jsonType() {
    return List.of("application/json");
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Stops at once; answers still held back are dropped with their connections. */
  @Override
  public void close() {
    later.shutdownNow();
    server.stop(0);
    workers.shutdownNow();
  }
}
