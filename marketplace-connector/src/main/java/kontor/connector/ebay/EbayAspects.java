package kontor.connector.ebay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Form;
import kontor.connector.channel.ProductType.Part;
import tools.jackson.databind.JsonNode;

/**
 * A category's item specifics, eBay's "aspects", as attributes. They have the names of the site's
 * language. That a value depends on another aspect's only eBay finds out itself.
 */
final class EbayAspects {

  static final int LONGEST_VALUE = 65;

  /** Of an aspect that takes several (Taxonomy API, {@code itemToAspectCardinality}). */
  private static final int MOST_VALUES = 30;

  /** What the product's field {@code ean} says of every article. */
  private static final Set<String> SAID = Set.of("EAN", "GTIN");

  private static final Map<String, String> BRANDS =
      Map.of(
          "EBAY_DE", "Marke",
          "EBAY_AT", "Marke",
          "EBAY_CH", "Marke",
          "EBAY_FR", "Marque",
          "EBAY_IT", "Marca",
          "EBAY_ES", "Marca",
          "EBAY_NL", "Merk",
          "EBAY_PL", "Marka");

  private EbayAspects() {}

  /** What a site calls the brand. */
  static String brand(String site) {
    return BRANDS.getOrDefault(site, "Brand");
  }

  /** In eBay's order; the brand, which is a field of the product, under its name there. */
  static List<Attribute> attributes(JsonNode aspects, String site) {
    List<Attribute> attributes = new ArrayList<>();
    boolean branded = false;
    for (JsonNode aspect : aspects) {
      String name = aspect.path("localizedAspectName").asString("");
      if (name.equals(brand(site))) {
        attributes.add(attribute(EbayTypes.BRAND, "brand", Part.BRAND, aspect));
        branded = true;
      } else if (!SAID.contains(name)) {
        attributes.add(attribute(name, name, Part.OPTION, aspect));
      }
    }
    if (!branded) {
      attributes.add(Attribute.of(EbayTypes.BRAND, "brand", Part.BRAND, false, LONGEST_VALUE));
    }
    return attributes;
  }

  private static Attribute attribute(String name, String title, Part part, JsonNode aspect) {
    JsonNode constraint = aspect.path("aspectConstraint");
    boolean choice = constraint.path("aspectMode").asString("").equals("SELECTION_ONLY");
    boolean several = constraint.path("itemToAspectCardinality").asString("").equals("MULTI");
    return new Attribute(
        name,
        title,
        part,
        constraint.path("aspectRequired").asBoolean(false),
        choice ? Form.TEXT : form(constraint),
        constraint.path("aspectMaxLength").asInt(LONGEST_VALUE),
        choice ? values(aspect) : List.of(),
        several ? MOST_VALUES : 1,
        Optional.empty());
  }

  /** Whole numbers look the same everywhere; how decimals are written depends on the site. */
  private static Form form(JsonNode constraint) {
    boolean whole =
        constraint.path("aspectDataType").asString("").equals("NUMBER")
            && constraint.path("aspectFormat").asString("").equals("int32")
            && !constraint.has("aspectAdvancedDataType");
    return whole ? Form.NUMBER : Form.TEXT;
  }

  /** Of a free text they are proposals only. */
  private static List<String> values(JsonNode aspect) {
    return aspect
        .path("aspectValues")
        .valueStream()
        .map(value -> value.path("localizedValue").asString(""))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
