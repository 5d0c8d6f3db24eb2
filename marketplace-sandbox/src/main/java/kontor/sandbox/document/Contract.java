package kontor.sandbox.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a document must look like: one definition of a JSON Schema file on the class path. */
public final class Contract {

  /** A field at fault and why. */
  public record Violation(String field, String message) {}

  private final JsonSchema schema;

  private Contract(JsonSchema schema) {
    this.schema = schema;
  }

  /** The definition {@code name} below {@code $defs} of the schema at {@code resource}. */
  public static Contract load(String resource, String name) {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().locale(Locale.ROOT).build();
    SchemaLocation root = SchemaLocation.of("urn:kontor:" + resource);
    JsonSchema file = factory.getSchema(root, Json.resource(resource), config);
    JsonSchema part = file.getSubSchema(SchemaLocation.of("#/$defs/" + name).getFragment());
    part.initializeValidators();
    return new Contract(part);
  }

  /** What is wrong with a document, in the order of the fields; empty if nothing is. */
  public List<Violation> check(JsonNode document) {
    return schema.validate(document).stream()
        .map(Contract::violation)
        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
        .toList();
  }

  private static Violation violation(ValidationMessage message) {
    JsonNodePath at = message.getInstanceLocation();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < at.getNameCount(); i++) {
      append(field, at.getElement(i));
    }
    if (message.getProperty() != null) { // a field that is missing or should not be there
      append(field, message.getProperty());
    }
    return new Violation(field.toString(), words(message));
  }

  private static void append(StringBuilder field, Object element) {
    if (element instanceof Integer index) {
      field.append('[').append(index).append(']');
    } else {
      field.append(field.isEmpty() ? "" : ".").append(element);
    }
  }

  private static String words(ValidationMessage message) {
    String text = message.getMessage();
    int colon = text.indexOf(": ");
    return colon < 0 ? text : text.substring(colon + 2);
  }
}
