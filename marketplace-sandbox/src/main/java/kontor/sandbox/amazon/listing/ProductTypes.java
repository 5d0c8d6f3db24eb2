package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kontor.sandbox.document.Json;
import kontor.sandbox.document.Schemas;

/**
 * What a listing must and may say, by product type: a small set of our own in the shape of Amazon's
 * product type definitions (model {@code definitionsProductTypes_2020-09-01}).
 */
public final class ProductTypes {

  private static final JsonNode DATA = Json.resource("/kontor/sandbox/amazon/product-types.json");
  private static final String ALONE = "LISTING_OFFER_ONLY";

  /** Amazon's dialect, which nobody need be able to fetch. */
  private static final String META =
      "https://schemas.amazon.com/selling-partners/definitions/product-types/meta-schema/v1";

  private static final JsonSchema CONDITIONS =
      Schemas.compile(
          Json.object().set("allOf", DATA.at("/common/conditions")), JsonMetaSchema.getV201909());
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private ProductTypes() {}

  static boolean exists(String type) {
    return DATA.path("types").has(type);
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    DATA.path("types").fieldNames().forEachRemaining(names::add);
    return names;
  }

  static String title(String type) {
    return DATA.path("types").path(type).path("displayName").asText();
  }

  /** The attributes that a type knows, and those it needs for this kind of listing. */
  static List<String> attributes(String type, String requirements) {
    List<String> names = new ArrayList<>();
    if (!requirements.equals(ALONE)) {
      names.addAll(texts(DATA.at("/common/attributes")));
      names.addAll(texts(DATA.path("types").path(type).path("attributes")));
    }
    if (!requirements.equals("LISTING_PRODUCT_ONLY")) {
      names.addAll(texts(DATA.at("/offer/attributes")));
    }
    return names;
  }

  static List<String> required(String type, String requirements) {
    if (requirements.equals(ALONE)) {
      return texts(DATA.at("/offer/requiredAlone"));
    }
    List<String> names = new ArrayList<>(texts(DATA.at("/common/required")));
    names.addAll(texts(DATA.path("types").path(type).path("required")));
    if (requirements.equals("LISTING")) {
      names.addAll(texts(DATA.at("/offer/required")));
    }
    return names;
  }

  static JsonNode attribute(String name) {
    return DATA.path("attributes").path(name);
  }

  static List<String> selectors(String name) {
    return texts(attribute(name).path("selectors"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** The JSON Schema of a type. */
  static ObjectNode schema(String type, String requirements) {
    ObjectNode schema = Json.object();
    schema.put("$schema", META);
    schema.put("title", title(type)).put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    attributes(type, requirements).forEach(name -> properties.set(name, attribute(name)));
    ArrayNode required = schema.putArray("required");
    required(type, requirements).forEach(required::add);
    if (!requirements.equals(ALONE)) {
      schema.set("allOf", DATA.at("/common/conditions"));
    }
    return schema.put("additionalProperties", false);
  }

  /** The issues of a whole listing. */
  static List<ObjectNode> check(String type, String requirements, ObjectNode attributes) {
    List<ObjectNode> issues = new ArrayList<>();
    required(type, requirements).stream()
        .filter(name -> !attributes.has(name))
        .forEach(name -> issues.add(Issues.missing(name)));
    if (!requirements.equals(ALONE)) {
      issues.addAll(checkConditions(attributes));
    }
    Set<String> known = new HashSet<>(attributes(type, requirements));
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      issues.addAll(
          known.contains(attribute.getKey())
              ? check(attribute.getKey(), attribute.getValue())
              : List.of(Issues.unknown(attribute.getKey(), type)));
    }
    return issues;
  }

  /** What is missing because of what is said; of several that would do, the first. */
  private static List<ObjectNode> checkConditions(ObjectNode attributes) {
    return CONDITIONS.validate(attributes).stream()
        .filter(message -> message.getType().equals("required"))
        .filter(message -> !message.getEvaluationPath().toString().matches(".*/anyOf/[1-9].*"))
        .map(message -> Issues.missing(message.getProperty()))
        .toList();
  }

  /** The issues of one attribute. */
  static List<ObjectNode> check(String name, JsonNode value) {
    if (attribute(name).isMissingNode()) {
      return List.of(Issues.unknown(name, "PRODUCT"));
    }
    return SCHEMAS
        .computeIfAbsent(name, n -> Schemas.compile(attribute(n), JsonMetaSchema.getV201909()))
        .validate(value)
        .stream()
        .map(message -> Issues.invalid(name, message.getMessage()))
        .sorted(Comparator.comparing(issue -> issue.path("message").asText()))
        .toList();
  }
}
