package kontor.sandbox.etsy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kontor.sandbox.document.Contract;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;

/**
 * What one operation takes. A contract {@code <operation>_query}, {@code _form}, {@code _multipart}
 * or {@code _json} says which fields there are; forms and queries are read by the types that it
 * names.
 */
final class Shape {

  private static final String RESOURCE = "/kontor/sandbox/etsy/contracts.json";
  private static final JsonNode DEFINITIONS = Json.resource(RESOURCE).path("$defs");
  private static final Map<String, Shape> ALL = new ConcurrentHashMap<>();
  private static final Map<String, Contract> CONTRACTS = new ConcurrentHashMap<>();

  private final String operation;

  private Shape(String operation) {
    this.operation = operation;
  }

  static Shape of(String operation) {
    return ALL.computeIfAbsent(operation, Shape::new);
  }

  /** The call, read and checked; refuses what is unknown, missing, repeated or misspelt. */
  Call read(Shop shop, Request request) {
    if (!request.repeated().isEmpty()) {
      throw Problem.INVALID.say(request.repeated() + ": given more than once");
    }
    ObjectNode query = checked("_query", typed("_query", request.query()));
    if (DEFINITIONS.has(operation + "_form")) {
      expect(request, "application/x-www-form-urlencoded");
      ObjectNode body = typed("_form", Form.urlencoded(request.body()));
      return new Call(shop, request, query, checked("_form", body), Optional.empty());
    }
    if (DEFINITIONS.has(operation + "_multipart")) {
      String type = expect(request, "multipart/form-data");
      Form form = Form.multipart(request.payload().bytes(), type);
      ObjectNode body = checked("_multipart", typed("_multipart", form.fields()));
      return new Call(shop, request, query, body, form.file());
    }
    ObjectNode body = DEFINITIONS.has(operation + "_json") ? json(request) : Json.object();
    return new Call(shop, request, query, body, Optional.empty());
  }

  private static String expect(Request request, String wanted) {
    String type = request.header("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith(wanted)) {
      throw Problem.MEDIA_TYPE.say("Content-Type: " + wanted + " is expected, not '" + type + "'");
    }
    return type;
  }

  private ObjectNode json(Request request) {
    expect(request, "application/json");
    try {
      JsonNode node = Json.parse(request.body());
      if (node instanceof ObjectNode object) {
        return checked("_json", object);
      }
      throw Problem.INVALID.say("body: not an object");
    } catch (JsonProcessingException e) {
      throw Problem.INVALID.say("body: not JSON: " + e.getOriginalMessage());
    }
  }

  private ObjectNode typed(String part, Map<String, String> fields) {
    JsonNode types = DEFINITIONS.path(operation + part).path("properties");
    ObjectNode typed = Json.object();
    fields.forEach((name, value) -> typed.set(name, typed(types.path(name), value)));
    return typed;
  }

  private static JsonNode typed(JsonNode schema, String value) {
    return switch (schema.path("type").asText()) {
      case "array" -> list(schema.path("items"), value);
      case "integer" ->
          value.matches("-?\\d{1,18}")
              ? LongNode.valueOf(Long.parseLong(value))
              : TextNode.valueOf(value);
      case "number" ->
          value.matches("\\d{1,9}(\\.\\d{1,6})?")
              ? DecimalNode.valueOf(new BigDecimal(value))
              : TextNode.valueOf(value);
      case "boolean" ->
          value.equals("true") || value.equals("false")
              ? BooleanNode.valueOf(value.equals("true"))
              : TextNode.valueOf(value);
      default -> TextNode.valueOf(value);
    };
  }

  private static ArrayNode list(JsonNode items, String value) {
    ArrayNode list = Json.object().arrayNode();
    for (String one : value.split(",")) {
      if (!one.isBlank()) {
        list.add(typed(items, one.strip()));
      }
    }
    return list;
  }

  private ObjectNode checked(String part, ObjectNode node) {
    Contract contract = CONTRACTS.computeIfAbsent(operation + part, Shape::contract);
    List<Contract.Violation> wrong = contract.check(node);
    if (!wrong.isEmpty()) {
      throw Problem.INVALID.say(wrong.get(0).field() + ": " + wrong.get(0).message());
    }
    return node;
  }

  private static Contract contract(String name) {
    return Contract.load(RESOURCE, DEFINITIONS.has(name) ? name : "nothing");
  }
}
