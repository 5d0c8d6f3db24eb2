package kontor.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a request to its end, so that the connection can be used again. */
final class RequestReader {

  /** The largest a marketplace takes: Amazon's listings feed. */
  static final int MAX_BODY = 10 * 1024 * 1024;

  private RequestReader() {}

  static Request read(HttpExchange exchange) throws IOException, TooLarge {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new TooLarge();
    }
    URI uri = exchange.getRequestURI();
    Set<String> repeated = new HashSet<>();
    return new Request(
        exchange.getRequestMethod(),
        path(uri),
        query(uri, repeated),
        exchange.getRequestHeaders(),
        new Payload(body),
        repeated,
        Map.of());
  }

  private static List<String> path(URI uri) {
    List<String> segments = new ArrayList<>();
    for (String segment : uri.getRawPath().substring(1).split("/", -1)) {
      segments.add(decode(segment.replace("+", "%2B"))); // a plus in a path is a plus
    }
    return segments;
  }

  private static Map<String, String> query(URI uri, Set<String> repeated) {
    Map<String, String> query = new HashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (query.putIfAbsent(decode(name), value) != null) {
          repeated.add(decode(name));
        }
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The body is larger than the sandbox takes. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;
  }
}
