package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.connector.channel.Objection;
import kontor.connector.channel.Objection.Lacks;
import kontor.connector.channel.Objection.Refuses;
import org.junit.jupiter.api.Test;

/** Product types' conditions, in the forms in which Amazon writes them. */
class AmazonRulesTest {

  /** Amazon's dialect, which lies where no test can fetch it. */
  private static final String HEAD =
      """
      {"$schema":
         "https://schemas.amazon.com/selling-partners/definitions/product-types/meta-schema/v1",
       "$id": "https://schemas.amazon.com/selling-partners/definitions/product-types/schema/v1/X",
       "properties": {
         "parentage_level": {"title": "Parentage"},
         "color": {"title": "Colour", "items": {"properties": {"value": {
             "maxUtf8ByteLength": 5,
             "anyOf": [{"type": "string", "maxLength": 4}, {"enum": ["turquoise"]}]}}},
           "selectors": ["marketplace_id"], "maxUniqueItems": 1, "replenishment": "unheard of"},
         "condition_type": {"items": {"properties": {"value": {"enum": ["new_new"]}}}}},
      """;

  private static final String CHILD =
      HEAD
          + """
          "allOf": [{
            "if": {"allOf": [
                {"required": ["parentage_level"]},
                {"properties": {"parentage_level": {"contains": {
                   "properties": {"value": {"enum": ["child"]}}, "required": ["value"]}}}}]},
            "then": {"required": ["child_parent_sku_relationship", "variation_theme"]},
            "else": {"not": {"required": ["variation_theme"]}}}]}
          """;

  @Test
  void aConditionRequiresWhatItNamesWhereItHolds() {
    assertThat(objections(CHILD, said("parentage_level", "child")))
        .containsExactly(
            lacks("child_parent_sku_relationship", "Parentage is 'child'"),
            lacks("variation_theme", "Parentage is 'child'"));
    assertThat(objections(CHILD, said("parentage_level", "parent"))).isEmpty();
    assertThat(objections(CHILD, Map.of())).isEmpty();
  }

  @Test
  void elseHoldsWhereTheConditionDoesNot() {
    assertThat(objections(CHILD, said("variation_theme", "SIZE")))
        .containsExactly(
            new Refuses(
                "variation_theme", "must be left out or be another", "there is no Parentage"));
  }

  @Test
  void ofSeveralThatWouldDoTheFirstIsNamedWithTheOthers() {
    String schema =
        HEAD
            + """
            "anyOf": [{"required": ["externally_assigned_product_identifier"]},
                      {"required": ["merchant_suggested_asin"]},
                      {"required": ["supplier_declared_has_product_identifier_exemption"]}]}
            """;
    assertThat(objections(schema, Map.of()))
        .containsExactly(
            new Lacks(
                "externally_assigned_product_identifier",
                List.of(
                    "merchant_suggested_asin",
                    "supplier_declared_has_product_identifier_exemption"),
                ""));
    assertThat(objections(schema, said("merchant_suggested_asin", "B01"))).isEmpty();
  }

  @Test
  void ofBranchesTheOneThatLacksLeastIsNamed() {
    String schema =
        HEAD
            + "\"oneOf\": [{\"required\": [\"a\", \"b\", \"c\"]}, {\"required\": [\"d\", \"e\"]}]}";
    assertThat(objections(schema, said("d", "x"))).containsExactly(lacks("e", ""));
    assertThat(objections(schema, said("a", "x")))
        .containsExactlyInAnyOrder(lacks("b", ""), lacks("c", ""));
  }

  @Test
  void conditionsStandWhereASchemaRefersToAndDependOnWhatIsGiven() {
    String schema =
        HEAD
            + """
            "$defs": {"battery": {
              "if": {"required": ["batteries"]}, "then": {"required": ["battery_type"]}}},
            "allOf": [{"$ref": "#/$defs/battery"}],
            "dependentRequired": {"batteries": ["battery_weight"]}}
            """;
    assertThat(objections(schema, said("batteries", "2")))
        .containsExactlyInAnyOrder(
            lacks("battery_type", "batteries is '2'"), lacks("battery_weight", "batteries is '2'"));
  }

  @Test
  void amazonsOwnKeywordsCountAndOthersArePassedOver() {
    String schema = HEAD + "\"required\": [\"brand\"]}";
    assertThat(objections(schema, said("color", "rot"))).isEmpty();
    assertThat(objections(schema, said("color", "süßö")))
        .containsExactly(new Refuses("color", "must be at most 5 bytes long", ""));
    Map<String, Object> one = Map.of("value", "rot", "marketplace_id", "A1");
    Map<String, Object> two = Map.of("value", "blau", "marketplace_id", "A1");
    Map<String, Object> elsewhere = Map.of("value", "rot", "marketplace_id", "A2");
    assertThat(objections(schema, Map.of("color", List.of(one, elsewhere)))).isEmpty();
    assertThat(objections(schema, Map.of("color", List.of(one, two))))
        .containsExactly(new Refuses("color", "must be at most 1 entries", ""));
  }

  @Test
  void whatNoPersonSaysIsNoPersonsGap() {
    assertThat(objections(HEAD + "\"required\": [\"brand\"]}", said("condition_type", "used")))
        .isEmpty();
  }

  @Test
  void aSchemaThatCannotBeAppliedObjectsToNothing() {
    assertThat(objections("{\"allOf\":[{\"$ref\":\"https://example.org/gone\"}]}", Map.of()))
        .isEmpty();
    assertThat(objections("{\"properties\":{\"a\":{\"pattern\":\"[\"}}}", said("a", "x")))
        .isEmpty();
  }

  private static Lacks lacks(String attribute, String because) {
    return new Lacks(attribute, List.of(), because);
  }

  private static Map<String, Object> said(String name, String value) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(name, List.of(Map.of("value", value, "marketplace_id", "A1")));
    return attributes;
  }

  private static List<Objection> objections(String schema, Map<String, Object> attributes) {
    return new AmazonRules(schema).objections(attributes);
  }
}
