package kontor.connector.amazon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kontor.connector.channel.Objection;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Form;
import kontor.connector.channel.ProductType.Part;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema of a product type, read as far as it can be filled from plain values: each
 * attribute is a list of entries whose {@code value} is a text, a number or a yes or no, some with
 * a {@code unit}. Of a whole listing it is asked by {@link AmazonRules}.
 */
final class AmazonSchema {

  private static final String GTIN = "externally_assigned_product_identifier";
  private static final String EXEMPTION = "supplier_declared_has_product_identifier_exemption";
  private static final Map<String, Part> PARTS =
      Map.of(
          "item_name",
          Part.TITLE,
          "product_description",
          Part.DESCRIPTION,
          "brand",
          Part.BRAND,
          GTIN,
          Part.GTIN,
          "main_product_image_locator",
          Part.PICTURE);

  /** What we call it ourselves. */
  private static final Map<Part, String> WORDS =
      Map.of(
          Part.TITLE, "title",
          Part.DESCRIPTION, "description",
          Part.BRAND, "brand",
          Part.GTIN, "GTIN",
          Part.PICTURE, "picture");

  /** What the account's settings and our figures say of every article. */
  private static final Set<String> SAID =
      Set.of(
          "country_of_origin", "condition_type", "purchasable_offer", "fulfillment_availability");

  private final String type;
  private final String title;
  private final String version;
  private final JsonNode schema;
  private final AmazonRules rules;

  AmazonSchema(String type, String title, String version, JsonNode schema) {
    this.type = type;
    this.title = title;
    this.version = version;
    this.schema = schema;
    this.rules = new AmazonRules(schema.toString());
  }

  /** What Amazon would object to in a listing beyond what it requires in any case. */
  List<Objection> objections(Map<String, Object> listing) {
    return rules.objections(listing);
  }

  /** Whether no person says it of an article. */
  static boolean saidByUs(String name) {
    return SAID.contains(name);
  }

  /**
   * What an article needs.
   *
   * @param mapped whether somebody chose the type for it: then the account's brand and its waiver
   *     of GTINs, which are for articles without a mapping, make up for nothing
   */
  ProductType productType(boolean mapped) {
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asString()));
    List<Attribute> attributes = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              boolean made = SAID.contains(name) || (!mapped && made(name));
              attributes.add(
                  attribute(name, property.getValue(), required.contains(name) && !made));
            });
    return new ProductType(type, title, version, attributes, 0);
  }

  private static boolean made(String name) {
    return name.equals("brand") || name.equals(GTIN);
  }

  private static Attribute attribute(String name, JsonNode property, boolean required) {
    JsonNode value = property.at("/items/properties/value");
    JsonNode unit = property.at("/items/properties/unit");
    Part part = PARTS.getOrDefault(name, Part.OTHER);
    Form form = part == Part.OTHER ? form(value, unit) : Form.TEXT;
    List<String> allowed = new ArrayList<>();
    choices(form == Form.MEASURE ? unit : value).forEach(one -> allowed.add(one.asString()));
    return new Attribute(
        name,
        WORDS.getOrDefault(part, property.path("title").asString(name)),
        part,
        required,
        form,
        part == Part.GTIN || part == Part.PICTURE ? 0 : value.path("maxLength").asInt(0),
        allowed,
        0,
        name.equals(GTIN) ? Optional.of(EXEMPTION) : Optional.empty());
  }

  private static Form form(JsonNode value, JsonNode unit) {
    if (!unit.isMissingNode()) {
      return Form.MEASURE;
    }
    return switch (value.path("type").asString("string")) {
      case "number", "integer" -> Form.NUMBER;
      case "boolean" -> Form.YES_NO;
      default -> Form.TEXT;
    };
  }

  /** Some of Amazon's lists stand in a branch beside free text: those are examples, no choice. */
  private static JsonNode choices(JsonNode value) {
    return value.path("enum");
  }

  /**
   * Values as Amazon takes them.
   *
   * @param language of texts, {@code de_DE}
   */
  List<Map<String, Object>> entries(
      String name, List<String> values, String language, String marketplace) {
    JsonNode entry = schema.path("properties").path(name).path("items").path("properties");
    Form form = form(entry.path("value"), entry.path("unit"));
    List<Map<String, Object>> entries = new ArrayList<>();
    for (String value : values) {
      Map<String, Object> one = new LinkedHashMap<>();
      if (entry.has("media_location")) {
        one.put("media_location", value);
      } else {
        put(one, form, value);
      }
      if (entry.has("language_tag")) {
        one.put("language_tag", language);
      }
      one.put("marketplace_id", marketplace);
      entries.add(one);
    }
    return entries;
  }

  private static void put(Map<String, Object> entry, Form form, String value) {
    if (form == Form.MEASURE) {
      String[] parts = value.split(" ", 2);
      entry.put("value", new BigDecimal(parts[0]));
      entry.put("unit", parts[1]);
    } else if (form == Form.NUMBER) {
      entry.put("value", new BigDecimal(value));
    } else {
      entry.put("value", form == Form.YES_NO ? (Object) Boolean.valueOf(value) : value);
    }
  }
}
