package kontor.connector.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.connector.channel.Objection;
import kontor.connector.channel.Objection.Lacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A product type's JSON Schema, asked as a whole about the attributes of one listing: it requires
 * some attributes only together with others, or one of several. Amazon checks by the same.
 */
final class AmazonRules {

  private static final Logger LOG = LoggerFactory.getLogger(AmazonRules.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Amazon's own dialect cannot be fetched at will; this is the one that it extends. */
  private static final JsonMetaSchema DIALECT =
      JsonMetaSchema.builder(JsonMetaSchema.getV201909())
          .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
          .keywords(AmazonKeywords.ALL)
          .build();

  /** Up to the first choice between branches, and the branch. */
  private static final Pattern BRANCH = Pattern.compile("(.*?/(?:anyOf|oneOf))/(\\d+)(?:/.*)?");

  /** A place within one entry of an attribute. */
  private static final Pattern ENTRY = Pattern.compile("(/[^/]*/\\d+).*");

  private volatile Optional<JsonSchema> compiled;
  private final AmazonFindings findings;

  /**
   * @param text the schema; one that the validator cannot work with objects to nothing, since
   *     Amazon itself still looks
   */
  AmazonRules(String text) {
    JsonNode schema = tree(text);
    if (schema instanceof ObjectNode object) {
      object.remove("$schema");
    }
    this.compiled = compiled(schema);
    this.findings = new AmazonFindings(schema);
  }

  private static Optional<JsonSchema> compiled(JsonNode schema) {
    SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().locale(Locale.ROOT).build();
    JsonSchemaFactory factory =
        JsonSchemaFactory.builder()
            .defaultMetaSchemaIri(DIALECT.getIri())
            .metaSchema(DIALECT)
            .schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance()))
            .build();
    try {
      return Optional.of(factory.getSchema(schema, config));
    } catch (JsonSchemaException e) {
      LOG.warn("A product type's schema cannot be applied: {}", e.toString());
      return Optional.empty();
    }
  }

  /**
   * What Amazon would object to, each thing once, beyond what it requires in any case.
   *
   * @param attributes as they are sent
   */
  List<Objection> objections(Map<String, Object> attributes) {
    JsonNode document = document(attributes);
    Map<String, List<ValidationMessage>> found = new LinkedHashMap<>();
    for (ValidationMessage message : validate(document)) {
      found.computeIfAbsent(place(message), place -> new ArrayList<>()).add(message);
    }
    return found.values().stream()
        .flatMap(same -> objections(same, document).stream())
        .distinct()
        .toList();
  }

  /** What a schema refers to is only looked up here. */
  private Set<ValidationMessage> validate(JsonNode document) {
    try {
      return compiled.map(schema -> schema.validate(document)).orElse(Set.of());
    } catch (JsonSchemaException e) {
      LOG.warn("A product type's schema cannot be applied: {}", e.toString());
      compiled = Optional.empty();
      return Set.of();
    }
  }

  private static JsonNode document(Map<String, Object> attributes) {
    try {
      return JSON.readTree(JSON.writeValueAsString(attributes));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  /** What several branches say together is one thing. */
  private static String place(ValidationMessage message) {
    String path = message.getEvaluationPath().toString();
    String at = message.getInstanceLocation().toString();
    Matcher branch = BRANCH.matcher(path);
    if (!branch.matches()) {
      return path + " " + at + " " + message.getProperty() + " " + message.getMessage();
    }
    Matcher entry = ENTRY.matcher(at);
    boolean each = branch.group(1).contains("/items/") && entry.matches();
    return each ? branch.group(1) + " " + entry.group(1) : branch.group(1);
  }

  private List<Objection> objections(List<ValidationMessage> same, JsonNode document) {
    Collection<List<Objection>> branches = branches(same, document);
    List<Lacks> each =
        branches.stream()
            .filter(branch -> branch.size() == 1)
            .flatMap(List::stream)
            .flatMap(one -> one instanceof Lacks lacks ? Stream.of(lacks) : Stream.empty())
            .toList();
    if (each.size() > 1 && each.size() == branches.size()) {
      Lacks first = each.get(0);
      List<String> or = each.stream().skip(1).map(Lacks::attribute).distinct().toList();
      return List.of(new Lacks(first.attribute(), or, first.because()));
    }
    return branches.stream()
        .filter(branch -> !branch.isEmpty())
        .min(Comparator.comparing(List::size))
        .orElse(List.of());
  }

  /** Where there are no branches, all is in one. */
  private Collection<List<Objection>> branches(List<ValidationMessage> same, JsonNode document) {
    Map<String, List<Objection>> branches = new LinkedHashMap<>();
    for (ValidationMessage message : same) {
      Matcher branch = BRANCH.matcher(message.getEvaluationPath().toString());
      List<Objection> ofBranch =
          branches.computeIfAbsent(branch.matches() ? branch.group(2) : "", b -> new ArrayList<>());
      Optional<Objection> objection = findings.objection(message, document);
      objection.filter(one -> !ofBranch.contains(one)).ifPresent(ofBranch::add);
    }
    return branches.values();
  }
}
