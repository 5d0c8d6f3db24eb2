package kontor.sandbox.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import java.util.Locale;

/** Compiles JSON Schemas; a keyword that only describes is passed over in silence. */
public final class Schemas {

  private Schemas() {}

  /** A schema of this dialect, with formats asserted. */
  public static JsonSchema compile(JsonNode schema, JsonMetaSchema dialect) {
    JsonMetaSchema quiet =
        JsonMetaSchema.builder(dialect)
            .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
            .build();
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().locale(Locale.ROOT).formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.builder()
        .defaultMetaSchemaIri(quiet.getIri())
        .metaSchema(quiet)
        .build()
        .getSchema(schema, config);
  }
}
