package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.sandbox.http.Request;

/** Numbers and links of the calls that answer page by page. */
final class Paging {

  private Paging() {}

  /** A whole number of the query, refused if it is none or out of bounds. */
  static int number(Request request, String name, int byDefault, int min, int max, Problem no) {
    String text = request.parameter(name).orElse("");
    if (text.isEmpty() && request.parameter(name).isEmpty()) {
      return byDefault;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of bounds
    }
    throw no.refuse(name + " must be between " + min + " and " + max, name, text);
  }

  /** Puts a link to another page of the same query. */
  static void link(ObjectNode body, String name, Request request, int limit, int offset) {
    var query = new TreeMap<>(request.query());
    query.put("limit", Integer.toString(limit));
    query.put("offset", Integer.toString(offset));
    String text =
        query.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    String host = request.header("Host").orElse("localhost");
    body.put(name, "http://" + host + "/ebay/" + String.join("/", request.path()) + "?" + text);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
