package kontor.connector.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.connector.channel.Objection;
import kontor.connector.channel.Objection.Lacks;
import kontor.connector.channel.Objection.Refuses;

/**
 * What a validator finds wrong with a listing, as an objection for a person: which attribute it is
 * about, and which others of the listing are the reason.
 */
final class AmazonFindings {

  private static final Set<String> BRANCHING = Set.of("allOf", "anyOf", "oneOf");
  private static final int MOST_SHOWN = 60;

  /** Some of Amazon's lists have hundreds of values. */
  private static final int MOST_SAID = 300;

  private final JsonNode schema;

  AmazonFindings(JsonNode schema) {
    this.schema = schema;
  }

  /**
   * Empty when the product type says so anyway, or when it is about what we write ourselves, which
   * no person could put right.
   */
  Optional<Objection> objection(ValidationMessage message, JsonNode document) {
    String because = because(message, document);
    String at = message.getInstanceLocation().toString();
    if (!at.isEmpty()) {
      String attribute = unescaped(at.split("/")[1]);
      return AmazonSchema.saidByUs(attribute)
          ? Optional.empty()
          : Optional.of(new Refuses(attribute, nested(message), because));
    }
    Object[] arguments = message.getArguments();
    return switch (message.getType()) {
      case "required" ->
          message.getEvaluationPath().toString().equals("/required")
              ? Optional.empty()
              : Optional.of(new Lacks(message.getProperty(), List.of(), because));
      case "dependentRequired" ->
          Optional.of(
              new Lacks(
                  String.valueOf(arguments[0]),
                  List.of(),
                  shown(document, String.valueOf(arguments[1]))));
      case "not" ->
          names(message.getSchemaNode()).stream()
              .filter(document::has)
              .findFirst()
              .map(name -> new Refuses(name, "must be left out or be another", because));
      default -> Optional.empty();
    };
  }

  private static String nested(ValidationMessage message) {
    if (message.getType().equals("required")) {
      return "lacks '" + message.getProperty() + "'";
    }
    String text = message.getMessage();
    int colon = text.indexOf(": ");
    return cut(colon < 0 ? text : text.substring(colon + 2), MOST_SAID);
  }

  /** The conditions on the way to what was found, in the values that the listing has there. */
  private String because(ValidationMessage message, JsonNode document) {
    Set<String> names = new LinkedHashSet<>();
    JsonNode at = schema;
    for (String step : message.getEvaluationPath().toString().split("/")) {
      if (step.equals("properties")) {
        break; // from here on conditions are about parts of one attribute
      }
      if (step.equals("then") || step.equals("else")) {
        names.addAll(names(at.path("if")));
      }
      at = step.isEmpty() ? at : next(at, unescaped(step));
    }
    return names.stream()
        .limit(3)
        .map(name -> shown(document, name))
        .collect(Collectors.joining(" and "));
  }

  private JsonNode next(JsonNode at, String step) {
    JsonNode below = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
    return step.equals("$ref") ? schema.at(below.asText("#").substring(1)) : below;
  }

  /** The attributes that a condition is about. */
  private static List<String> names(JsonNode condition) {
    Set<String> names = new LinkedHashSet<>();
    condition.path("properties").fieldNames().forEachRemaining(names::add);
    condition.path("required").forEach(name -> names.add(name.asText()));
    for (String branching : BRANCHING) {
      condition.path(branching).forEach(part -> names.addAll(names(part)));
    }
    if (condition.has("not")) {
      names.addAll(names(condition.get("not")));
    }
    return new ArrayList<>(names);
  }

  private String shown(JsonNode document, String name) {
    String title = schema.path("properties").path(name).path("title").asText(name);
    if (!document.has(name)) {
      return "there is no " + title;
    }
    List<String> values = new ArrayList<>();
    document.path(name).forEach(entry -> values.add(entry.path("value").asText("")));
    String text = values.stream().filter(v -> !v.isEmpty()).collect(Collectors.joining(", "));
    return text.isEmpty() ? title + " is given" : title + " is '" + cut(text, MOST_SHOWN) + "'";
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
