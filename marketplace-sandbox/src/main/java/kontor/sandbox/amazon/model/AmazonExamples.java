package kontor.sandbox.amazon.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/**
 * Amazon's static sandbox: the examples {@code x-amzn-api-sandbox} of its documents. A request
 * whose parameters equal a pattern gets the pattern's answer; of two that fit, the one with more
 * parameters; none fits: 400.
 */
public final class AmazonExamples implements Handler {

  /** One example: what must be asked, and what is answered. */
  private record Pair(
      ModelOperation operation, Map<String, JsonNode> wanted, int status, JsonNode answer) {}

  private final List<ModelOperation> operations;
  private final List<Pair> pairs = new ArrayList<>();

  private AmazonExamples(List<ModelOperation> operations) {
    this.operations = operations;
    operations.forEach(this::collect);
    pairs.sort(Comparator.comparing((Pair pair) -> pair.wanted().size()).reversed());
  }

  /** Reads the examples of every document of a folder. */
  public static AmazonExamples load(Path folder) {
    return new AmazonExamples(ModelCheck.operations(folder));
  }

  private void collect(ModelOperation operation) {
    for (Map.Entry<String, JsonNode> response : operation.responses().properties()) {
      for (JsonNode pair : response.getValue().at("/x-amzn-api-sandbox/static")) {
        Map<String, JsonNode> wanted = new HashMap<>();
        pair.at("/request/parameters")
            .properties()
            .forEach(
                parameter -> {
                  if (parameter.getValue().has("value")) {
                    wanted.put(parameter.getKey(), parameter.getValue().get("value"));
                  }
                });
        int status = Integer.parseInt(response.getKey());
        pairs.add(new Pair(operation, wanted, status, pair.path("response")));
      }
    }
  }

  /** How many examples each document has, by the document's name. */
  public Map<String, Long> counts() {
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                pair -> pair.operation().model(), TreeMap::new, Collectors.counting()));
  }

  /** How many operations each document has, by the document's name. */
  public Map<String, Long> operationCounts() {
    return operations.stream()
        .collect(Collectors.groupingBy(ModelOperation::model, TreeMap::new, Collectors.counting()));
  }

  @Override
  public Response handle(Request request) {
    Optional<ModelOperation> operation =
        ModelCheck.find(operations, request.method(), request.path());
    if (operation.isEmpty()) {
      return error(404, "NotFound", "no such operation");
    }
    Map<String, String> asked = new HashMap<>(request.query());
    operation.get().match(request.method(), request.path()).ifPresent(asked::putAll);
    Optional<JsonNode> body = body(request);
    return pairs.stream()
        .filter(pair -> pair.operation().equals(operation.get()))
        .filter(pair -> fits(pair, asked, body))
        .findFirst()
        .map(AmazonExamples::answer)
        .orElseGet(() -> error(400, "InvalidInput", "Could not match input arguments"));
  }

  private static Optional<JsonNode> body(Request request) {
    try {
      String text = request.body();
      return text.isEmpty() ? Optional.empty() : Optional.of(Json.parse(text));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // fits no pattern
    }
  }

  private static boolean fits(Pair pair, Map<String, String> asked, Optional<JsonNode> body) {
    Set<String> bodies =
        pair.operation().in("body").stream()
            .map(parameter -> parameter.path("name").asText())
            .collect(Collectors.toSet());
    return pair.wanted().entrySet().stream()
        .allMatch(
            wanted ->
                bodies.contains(wanted.getKey())
                    ? body.filter(wanted.getValue()::equals).isPresent()
                    : text(wanted.getValue()).equals(asked.get(wanted.getKey())));
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> parts = new ArrayList<>();
    value.forEach(part -> parts.add(part.asText()));
    return String.join(",", parts);
  }

  private static Response answer(Pair pair) {
    return pair.status() == 204 ? Response.empty(204) : Response.json(pair.status(), pair.answer());
  }

  private static Response error(int status, String code, String message) {
    ObjectNode body = Json.object();
    body.putArray("errors").addObject().put("code", code).put("message", message);
    return Response.json(status, body);
  }
}
