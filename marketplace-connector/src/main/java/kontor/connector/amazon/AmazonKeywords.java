package kontor.connector.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbstractKeyword;
import com.networknt.schema.BaseJsonValidator;
import com.networknt.schema.ErrorMessageType;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What Amazon adds to JSON Schema (its meta-schema of product types, v1): lengths in bytes, and how
 * many entries an attribute may have for each combination of its selectors, such as site and
 * language.
 */
final class AmazonKeywords {

  static final List<Keyword> ALL =
      List.of(
          new Limit("maxUtf8ByteLength", true, "bytes long", AmazonKeywords::bytes),
          new Limit("minUtf8ByteLength", false, "bytes long", AmazonKeywords::bytes),
          new Limit("maxUniqueItems", true, "entries", AmazonKeywords::entries),
          new Limit("minUniqueItems", false, "entries", AmazonKeywords::entries));

  private AmazonKeywords() {}

  private static IntStream bytes(JsonNode value, JsonNode schema) {
    return value.isTextual()
        ? IntStream.of(value.asText().getBytes(StandardCharsets.UTF_8).length)
        : IntStream.empty();
  }

  private static IntStream entries(JsonNode value, JsonNode schema) {
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode entry : value) {
      StringBuilder selected = new StringBuilder();
      schema.path("selectors").forEach(name -> selected.append(entry.path(name.asText())));
      counts.merge(
          schema.has("selectors") ? selected.toString() : entry.toString(), 1, Integer::sum);
    }
    return counts.values().stream().mapToInt(Integer::intValue);
  }

  /** A number that may not be passed. */
  private static final class Limit extends AbstractKeyword {

    private final boolean most;
    private final String unit;
    private final BiFunction<JsonNode, JsonNode, IntStream> measure;

    Limit(
        String name, boolean most, String unit, BiFunction<JsonNode, JsonNode, IntStream> measure) {
      super(name);
      this.most = most;
      this.unit = unit;
      this.measure = measure;
    }

    @Override
    public JsonValidator newValidator(
        SchemaLocation location,
        JsonNodePath path,
        JsonNode limit,
        JsonSchema parent,
        ValidationContext context) {
      return new Check(this, location, path, limit, parent, context);
    }

    private boolean passed(int measured, int limit) {
      return most ? measured > limit : measured < limit;
    }
  }

  /** A limit where a schema has it. */
  private static final class Check extends BaseJsonValidator {

    private final Limit limit;

    Check(
        Limit limit,
        SchemaLocation location,
        JsonNodePath path,
        JsonNode node,
        JsonSchema parent,
        ValidationContext context) {
      super(location, path, node, parent, new Code(limit.getValue()), limit, context, false);
      this.limit = limit;
    }

    @Override
    public Set<ValidationMessage> validate(
        ExecutionContext execution, JsonNode node, JsonNode root, JsonNodePath at) {
      int allowed = getSchemaNode().asInt();
      boolean passed =
          limit
              .measure
              .apply(node, getParentSchema().getSchemaNode())
              .anyMatch(measured -> limit.passed(measured, allowed));
      String bound = limit.most ? "at most " : "at least ";
      return passed
          ? Set.of(
              message()
                  .instanceNode(node)
                  .instanceLocation(at)
                  .evaluationPath(getEvaluationPath())
                  .messageFormatter(none -> at + ": must be " + bound + allowed + " " + limit.unit)
                  .build())
          : Set.of();
    }
  }

  /** By which the validator knows a kind of message. */
  private record Code(String getErrorCode) implements ErrorMessageType {}
}
