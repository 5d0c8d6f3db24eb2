package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Form;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A product type of Amazon's, read and filled. */
class AmazonSchemaTest {

  private static final String SCHEMA =
      """
      {"required": ["item_name", "brand", "color", "condition_type",
          "externally_assigned_product_identifier"],
       "properties": {
         "item_name": {"title": "Item name", "items": {"properties": {
            "value": {"type": "string", "maxLength": 200}, "language_tag": {}}}},
         "brand": {"title": "Brand", "items": {"properties": {"value": {"type": "string"}}}},
         "color": {"title": "Colour", "items": {"properties": {
            "value": {"type": "string", "maxLength": 50}, "language_tag": {}}}},
         "condition_type": {"items": {"properties": {"value": {"enum": ["new_new"]}}}},
         "number_of_items": {"items": {"properties": {"value": {"type": "integer"}}}},
         "batteries_required": {"items": {"properties": {"value": {"type": "boolean"}}}},
         "externally_assigned_product_identifier": {"items": {"properties": {"value": {}}}},
         "wattage": {"items": {"properties": {
            "value": {"type": "number"}, "unit": {"enum": ["watts"]}}}}}}
      """;

  private final AmazonSchema schema =
      new AmazonSchema("LAMP", "Lamp", "1", JsonMapper.shared().readTree(SCHEMA));

  @Test
  void theAccountMakesUpForBrandAndGtinWhereNobodyChoseTheTypeOnly() {
    assertThat(required(schema.productType(true)))
        .containsExactly("item_name", "brand", "color", "externally_assigned_product_identifier");
    assertThat(required(schema.productType(false))).containsExactly("item_name", "color");
  }

  @Test
  void formsLengthsAndUnitsAreTheSchemas() {
    ProductType type = schema.productType(true);
    assertThat(type.attribute("item_name").orElseThrow().longest()).isEqualTo(200);
    assertThat(type.attribute("wattage").orElseThrow().form()).isEqualTo(Form.MEASURE);
    assertThat(type.attribute("wattage").orElseThrow().allowed()).containsExactly("watts");
    assertThat(type.attribute("batteries_required").orElseThrow().form()).isEqualTo(Form.YES_NO);
  }

  @Test
  void valuesAreWrittenAsTheSchemaWantsThem() {
    assertThat(json("color", "grün"))
        .isEqualTo("[{\"value\":\"grün\",\"language_tag\":\"de_DE\",\"marketplace_id\":\"A1\"}]");
    assertThat(json("wattage", "60.5 watts"))
        .isEqualTo("[{\"value\":60.5,\"unit\":\"watts\",\"marketplace_id\":\"A1\"}]");
    assertThat(json("number_of_items", "3")).isEqualTo("[{\"value\":3,\"marketplace_id\":\"A1\"}]");
    assertThat(json("batteries_required", "true"))
        .isEqualTo("[{\"value\":true,\"marketplace_id\":\"A1\"}]");
  }

  private String json(String name, String value) {
    List<Map<String, Object>> entries = schema.entries(name, List.of(value), "de_DE", "A1");
    return JsonMapper.shared().writeValueAsString(entries);
  }

  private static List<String> required(ProductType type) {
    return type.attributes().stream()
        .filter(ProductType.Attribute::required)
        .map(ProductType.Attribute::name)
        .toList();
  }
}
