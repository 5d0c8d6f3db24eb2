package kontor.sandbox.amazon.seller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;

/** What a token is asked for with: a form, or JSON with texts; what is neither is empty. */
final class TokenForm {

  private TokenForm() {}

  static Map<String, String> read(Request request) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("application/json") ? json(request.body()) : form(request.body());
  }

  private static Map<String, String> json(String body) {
    Map<String, String> fields = new HashMap<>();
    try {
      for (Map.Entry<String, JsonNode> field : Json.parse(body).properties()) {
        fields.put(field.getKey(), field.getValue().asText());
      }
    } catch (JsonProcessingException e) {
      fields.clear(); // refused as a request without its fields
    }
    return fields;
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // a broken escape is no valid value of any field
    }
  }
}
