package kontor.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Our public address, where every path is a picture, unless it has {@code missing} in it. */
public final class Pictures {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, -1};
  private static final HttpServer SERVER = start();

  private Pictures() {}

  public static String address() {
    return "http://127.0.0.1:" + SERVER.getAddress().getPort();
  }

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", Pictures::serve);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean missing = exchange.getRequestURI().getPath().contains("missing");
      exchange.sendResponseHeaders(missing ? 404 : 200, missing ? -1 : PNG.length);
      if (!missing) {
        exchange.getResponseBody().write(PNG);
      }
    }
  }
}
