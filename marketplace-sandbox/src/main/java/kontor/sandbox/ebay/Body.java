package kontor.sandbox.ebay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kontor.sandbox.document.Contract;
import kontor.sandbox.document.Contract.Violation;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;

/** The body of a call: what it must look like and what is said if it does not. */
final class Body {

  private static final String RESOURCE = "/kontor/sandbox/ebay/contracts.json";
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Contract contract;
  private final Problem problem;

  private Body(Contract contract, Problem problem) {
    this.contract = contract;
    this.problem = problem;
  }

  static Body of(String definition, Problem problem) {
    return new Body(Contract.load(RESOURCE, definition), problem);
  }

  /** The body, checked. */
  ObjectNode read(Request request) {
    if (request.body().isEmpty()) {
      throw Problem.LENGTH_REQUIRED.refuse("");
    }
    String type = request.header("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw Problem.MEDIA_TYPE.refuse(type);
    }
    try {
      return check(Json.parse(request.body()));
    } catch (JsonProcessingException e) {
      throw problem.refuse("not JSON: " + e.getOriginalMessage());
    }
  }

  /** A part of a body, checked. */
  ObjectNode check(JsonNode node) {
    List<Violation> wrong = contract.check(node);
    if (!wrong.isEmpty()) {
      throw new Refusal(problem.status, wrong.stream().map(this::error).toList());
    }
    return (ObjectNode) node;
  }

  private ObjectNode error(Violation violation) {
    String detail = violation.field() + ": " + violation.message();
    return problem.describe(detail, "field", violation.field(), "reason", violation.message());
  }

  /** The language of the texts in the body. */
  static String language(Request request) {
    String language = request.header("Content-Language").orElse("");
    if (!isLocale(language)) {
      throw Problem.LANGUAGE.refuse(language, "Content-Language", language);
    }
    return language;
  }

  static boolean isLocale(String tag) {
    return tag.matches("[a-z]{2}-[A-Z]{2}")
        && LANGUAGES.contains(tag.substring(0, 2))
        && COUNTRIES.contains(tag.substring(3));
  }
}
