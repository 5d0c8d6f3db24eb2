package kontor.sandbox.amazon.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kontor.sandbox.document.Json;
import kontor.sandbox.document.Schemas;
import kontor.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Checks calls and answers against Amazon's Swagger documents: path, method, query parameters and
 * bodies. The documents are not part of the sandbox: a folder with them is given at run time.
 */
public final class ModelCheck {

  private final List<ModelOperation> operations;
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  private ModelCheck(List<ModelOperation> operations) {
    this.operations = List.copyOf(operations);
  }

  /** Reads every {@code .json} file of a folder. */
  public static ModelCheck load(Path folder) {
    return new ModelCheck(operations(folder));
  }

  static List<ModelOperation> operations(Path folder) {
    List<ModelOperation> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        all.addAll(ModelOperation.read(name, Json.parse(Files.readString(file))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read Amazon's documents in " + folder, e);
    }
    return all;
  }

  static Optional<ModelOperation> find(
      List<ModelOperation> operations, String method, List<String> path) {
    return operations.stream()
        .filter(operation -> operation.match(method, path).isPresent())
        .max(Comparator.comparing(ModelOperation::literals));
  }

  /** What is wrong with a request; empty if nothing is. */
  public List<String> request(Request request) {
    JsonNode body = null;
    try {
      body = request.body().isEmpty() ? null : Json.parse(request.body());
    } catch (JsonProcessingException e) {
      return List.of("body: not JSON");
    }
    return request(request.method(), request.path(), request.query(), body);
  }

  /**
   * What is wrong with a request.
   *
   * @param path the segments after the host, decoded
   * @param query the parameters, decoded; lists joined by commas
   */
  public List<String> request(
      String method, List<String> path, Map<String, String> query, @Nullable JsonNode body) {
    Optional<ModelOperation> found = find(operations, method, path);
    if (found.isEmpty()) {
      return List.of("no operation " + method + " /" + String.join("/", path));
    }
    ModelOperation operation = found.get();
    List<String> wrong = new ArrayList<>(QueryCheck.check(operation.in("query"), query));
    List<JsonNode> bodies = operation.in("body");
    if (bodies.isEmpty() != (body == null)) {
      wrong.add(body == null ? "body: is missing" : "body: the operation has none");
    } else if (body != null) {
      wrong.addAll(validate(operation, "body", bodies.get(0).path("schema"), body));
    }
    return wrong;
  }

  /** What is wrong with an answer; the path is the request's, decoded. */
  public List<String> response(
      String method, List<String> path, int status, @Nullable JsonNode body) {
    Optional<ModelOperation> found = find(operations, method, path);
    if (found.isEmpty()) {
      return List.of("no operation " + method + " /" + String.join("/", path));
    }
    JsonNode response = found.get().responses().path(Integer.toString(status));
    if (response.isMissingNode()) {
      return List.of("no answer " + status + " of " + found.get().operationId());
    }
    if (body == null || body.isNull()) {
      return response.has("schema") ? List.of("body: is missing") : List.of();
    }
    if (!response.has("schema")) {
      return body.isEmpty() ? List.of() : List.of("body: the answer has none");
    }
    return validate(found.get(), Integer.toString(status), response.path("schema"), body);
  }

  private List<String> validate(
      ModelOperation operation, String part, JsonNode schema, JsonNode document) {
    String key = operation.model() + "|" + operation.operationId() + "|" + part;
    return schemas
        .computeIfAbsent(key, k -> Schemas.compile(operation.whole(schema), JsonMetaSchema.getV4()))
        .validate(document)
        .stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .toList();
  }
}
