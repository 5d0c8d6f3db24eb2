package kontor.sandbox.amazon.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import kontor.sandbox.document.Contract;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/** What one operation takes: its query parameters by type, and its body. */
final class Shape {

  private static final String RESOURCE = "/kontor/sandbox/amazon/contracts.json";
  private static final JsonNode DEFINITIONS = Json.resource(RESOURCE).path("$defs");
  private static final Map<String, Shape> ALL = new ConcurrentHashMap<>();
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  private final JsonNode types;
  private final Contract query;
  private final @Nullable Contract body;

  private Shape(String operation) {
    this.types = DEFINITIONS.path(operation + "_query").path("properties");
    this.query = Contract.load(RESOURCE, operation + "_query");
    boolean hasBody = DEFINITIONS.has(operation + "_body");
    this.body = hasBody ? Contract.load(RESOURCE, operation + "_body") : null;
  }

  static Shape of(String operation) {
    return ALL.computeIfAbsent(operation, Shape::new);
  }

  /** The query by types; refuses what is unknown, missing, repeated or of another type. */
  ObjectNode query(Request request) {
    if (!request.repeated().isEmpty()) {
      throw Problem.INVALID_INPUT.refuse(
          request.repeated() + ": given more than once; lists are separated by commas");
    }
    ObjectNode typed = Json.object();
    request.query().forEach((name, value) -> typed.set(name, typed(types.path(name), value)));
    return checked(query, typed);
  }

  private static JsonNode typed(JsonNode schema, String value) {
    return switch (schema.path("type").asText()) {
      case "array" -> {
        ArrayNode list = Json.object().arrayNode();
        Arrays.stream(value.split(",", -1)).filter(part -> !part.isEmpty()).forEach(list::add);
        yield list;
      }
      case "integer" ->
          NUMBER.matcher(value).matches()
              ? IntNode.valueOf(Integer.parseInt(value))
              : TextNode.valueOf(value);
      case "boolean" ->
          value.equals("true") || value.equals("false")
              ? BooleanNode.valueOf(value.equals("true"))
              : TextNode.valueOf(value);
      default -> TextNode.valueOf(value);
    };
  }

  /** The body; an operation without one gives an empty object. */
  ObjectNode body(Request request) {
    if (body == null) {
      return Json.object();
    }
    String type = request.header("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Problem.MEDIA_TYPE.refuse("Content-Type: " + type);
    }
    try {
      JsonNode node = Json.parse(request.body());
      if (!node.isObject()) {
        throw Problem.INVALID_INPUT.refuse("body: not an object");
      }
      return checked(body, node);
    } catch (JsonProcessingException e) {
      throw Problem.INVALID_INPUT.refuse("body: not JSON: " + e.getOriginalMessage());
    }
  }

  private static ObjectNode checked(Contract contract, JsonNode node) {
    List<Contract.Violation> wrong = contract.check(node);
    if (!wrong.isEmpty()) {
      throw Problem.INVALID_INPUT.refuse(
          wrong.stream().map(one -> one.field() + ": " + one.message()).toList());
    }
    return (ObjectNode) node;
  }
}
