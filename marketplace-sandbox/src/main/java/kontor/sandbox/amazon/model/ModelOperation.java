package kontor.sandbox.amazon.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kontor.sandbox.document.Json;

/**
 * One operation of a Swagger 2.0 document.
 *
 * @param model the document's file name without its ending
 * @param parameters the operation's parameters with those of its path, references followed
 */
record ModelOperation(
    String model,
    String operationId,
    String method,
    List<String> pattern,
    List<JsonNode> parameters,
    JsonNode responses,
    JsonNode definitions) {

  /** All operations of a document. */
  static List<ModelOperation> read(String model, JsonNode document) {
    List<ModelOperation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().has("operationId")) {
          List<JsonNode> parameters = new ArrayList<>();
          path.getValue().path("parameters").forEach(p -> parameters.add(follow(p, document)));
          method.getValue().path("parameters").forEach(p -> parameters.add(follow(p, document)));
          operations.add(
              new ModelOperation(
                  model,
                  method.getValue().path("operationId").asText(),
                  method.getKey().toUpperCase(Locale.ROOT),
                  List.of(path.getKey().substring(1).split("/")),
                  parameters,
                  method.getValue().path("responses"),
                  document.path("definitions")));
        }
      }
    }
    return operations;
  }

  private static JsonNode follow(JsonNode node, JsonNode document) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** The values of the path's variables if the path is this operation's. */
  Optional<Map<String, String>> match(String asked, List<String> path) {
    if (!method.equals(asked) || path.size() != pattern.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String wanted = pattern.get(i);
      if (wanted.startsWith("{")) {
        variables.put(wanted.substring(1, wanted.length() - 1), path.get(i));
      } else if (!wanted.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** How many segments are spelled out: of two that fit, the one with more is meant. */
  long literals() {
    return pattern.stream().filter(segment -> !segment.startsWith("{")).count();
  }

  /** The parameters in this place. */
  List<JsonNode> in(String place) {
    return parameters.stream().filter(p -> p.path("in").asText().equals(place)).toList();
  }

  /** A schema of the document, with the definitions that it refers to. */
  JsonNode whole(JsonNode schema) {
    ObjectNode whole = Json.object();
    whole.set("definitions", definitions);
    whole.putArray("allOf").add(schema);
    return whole;
  }
}
