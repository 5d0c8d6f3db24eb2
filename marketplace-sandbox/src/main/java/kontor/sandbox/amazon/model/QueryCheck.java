package kontor.sandbox.amazon.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks query parameters against the parameters of a Swagger 2.0 operation. */
final class QueryCheck {

  private QueryCheck() {}

  static List<String> check(List<JsonNode> allowed, Map<String, String> query) {
    List<String> wrong = new ArrayList<>();
    Map<String, JsonNode> byName = new TreeMap<>();
    allowed.forEach(parameter -> byName.put(parameter.path("name").asText(), parameter));
    byName.forEach(
        (name, parameter) -> {
          String value = query.get(name);
          if (value == null) {
            if (parameter.path("required").asBoolean()) {
              wrong.add(name + ": is missing");
            }
          } else {
            check(name, parameter, value).ifPresent(why -> wrong.add(name + ": " + why));
          }
        });
    query.keySet().stream()
        .filter(name -> !byName.containsKey(name))
        .sorted()
        .forEach(name -> wrong.add(name + ": no such parameter"));
    return wrong;
  }

  private static Optional<String> check(String name, JsonNode parameter, String value) {
    return switch (parameter.path("type").asText()) {
      case "array" -> checkList(parameter, value);
      case "integer" -> checkNumber(parameter, value);
      case "boolean" ->
          value.matches("true|false") ? Optional.empty() : Optional.of("not a boolean");
      default -> checkText(parameter, value, name);
    };
  }

  private static Optional<String> checkList(JsonNode parameter, String value) {
    String[] parts = value.split(",", -1);
    if (parameter.has("maxItems") && parts.length > parameter.get("maxItems").asInt()) {
      return Optional.of("more than " + parameter.get("maxItems") + " values");
    }
    return Arrays.stream(parts)
        .map(part -> checkText(parameter.path("items"), part, part))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> checkNumber(JsonNode parameter, String value) {
    if (!value.matches("-?[0-9]{1,18}")) {
      return Optional.of("not a whole number");
    }
    long number = Long.parseLong(value);
    boolean large = parameter.has("maximum") && number > parameter.get("maximum").asLong();
    boolean small = parameter.has("minimum") && number < parameter.get("minimum").asLong();
    return large || small ? Optional.of("out of range") : Optional.empty();
  }

  private static Optional<String> checkText(JsonNode schema, String value, String name) {
    if (value.isEmpty()) {
      return Optional.of("empty");
    }
    if (schema.has("enum")) {
      for (JsonNode one : schema.get("enum")) {
        if (one.asText().equals(value)) {
          return Optional.empty();
        }
      }
      return Optional.of("not allowed: " + value);
    }
    boolean moment =
        schema.path("format").asText().equals("date-time")
            || name.matches(".*(After|Before|Since|Until)");
    return moment && !isMoment(value) ? Optional.of("not a date and time") : Optional.empty();
  }

  private static boolean isMoment(String value) {
    try {
      OffsetDateTime.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
