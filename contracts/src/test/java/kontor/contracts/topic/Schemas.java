package kontor.contracts.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import kontor.contracts.Money;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of events, made from the records: what is not nullable is required. */
final class Schemas {

  private final SchemaGenerator generator;

  Schemas() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.INLINE_ALL_SCHEMAS)
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES);
    builder.forFields().withRequiredCheck(Schemas::required);
    builder
        .forTypesInGeneral()
        .withCustomDefinitionProvider((type, context) -> definition(type.getErasedType(), context));
    generator = new SchemaGenerator(builder.build());
  }

  ObjectNode of(Class<?> event) {
    ObjectNode schema = generator.generateSchema(event);
    schema.put("title", EventCodec.type(event));
    return schema;
  }

  private static boolean required(FieldScope field) {
    return Stream.of(field.getDeclaringType().getErasedType().getRecordComponents())
        .filter(component -> component.getName().equals(field.getName()))
        .noneMatch(c -> c.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  /** Values of one part are written as that part, money as amount and currency. */
  private static @Nullable CustomDefinition definition(
      Class<?> type, SchemaGenerationContext context) {
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    if (type.equals(Money.class)) {
      schema.put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      properties
          .putObject("amount")
          .put("type", "string")
          .put("pattern", "^-?\\d{1,15}(\\.\\d+)?$");
      properties.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
      schema.putArray("required").add("amount").add("currency");
    } else if (isSingleValue(type)) {
      boolean number = type.getRecordComponents()[0].getType().equals(int.class);
      schema.put("type", number ? "integer" : "string");
      if (number) {
        schema.put("minimum", 0);
      }
    } else {
      return null;
    }
    return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.NO);
  }

  private static boolean isSingleValue(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    return type.isRecord()
        && parts.length == 1
        && parts[0].getName().equals("value")
        && type.getPackageName().equals("kontor.contracts");
  }
}
