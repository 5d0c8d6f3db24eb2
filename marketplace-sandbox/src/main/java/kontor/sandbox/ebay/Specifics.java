package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an item says what its category wants to be said. Like eBay it tells one fault at a time,
 * under 25002 and in the site's language, with the name of the item specific as parameter 2.
 */
final class Specifics {

  private static final String PREFIX = "A user error has occurred. ";

  private final Categories categories;

  Specifics(Categories categories) {
    this.categories = categories;
  }

  /** Refuses a category that articles cannot be in, and what it does not take. */
  void check(Offer offer, Item item) {
    String category = offer.document().path("categoryId").asText();
    if (!categories.leaf(category)) {
      throw Problem.CATEGORY.refuse("not a leaf category", "categoryId", category);
    }
    categories
        .treeOf(offer.marketplaceId())
        .ifPresent(
            tree -> categories.aspects(tree, category).forEach(aspect -> check(aspect, item)));
  }

  private static void check(JsonNode aspect, Item item) {
    String name = aspect.path("localizedAspectName").asText();
    JsonNode constraint = aspect.path("aspectConstraint");
    List<String> values = values(name, item);
    if (values.isEmpty() && constraint.path("aspectRequired").asBoolean()) {
      throw refused(
          name,
          "Das Artikelmerkmal " + name + " fehlt.",
          " Fügen Sie bitte " + name + " zum Angebot hinzu und versuchen Sie es noch einmal.");
    }
    if (values.size() > 1 && constraint.path("itemToAspectCardinality").asText().equals("SINGLE")) {
      throw refused(name, "Das Artikelmerkmal " + name + " darf nur einen Wert haben.", "");
    }
    if (constraint.path("aspectMode").asText().equals("SELECTION_ONLY")) {
      checkChoice(name, values, aspect.path("aspectValues"));
    }
  }

  private static void checkChoice(String name, List<String> values, JsonNode choices) {
    Set<String> allowed =
        choices
            .valueStream()
            .map(one -> one.path("localizedValue").asText())
            .collect(Collectors.toSet());
    for (String value : values) {
      if (!allowed.contains(value)) {
        throw refused(
            name,
            "\"" + value + "\" ist kein gültiger Wert für " + name + ".",
            " Wählen Sie einen Wert aus den verfügbaren Optionen aus.");
      }
    }
  }

  /** The product has fields of its own for the brand, the maker's number and the GTIN. */
  private static List<String> values(String name, Item item) {
    JsonNode product = item.document().path("product");
    JsonNode given = product.path("aspects").path(name);
    JsonNode field =
        switch (name) {
          case "Marke" -> product.path("brand");
          case "Herstellernummer" -> product.path("mpn");
          case "EAN" -> product.path("ean");
          default -> given;
        };
    JsonNode said = given.isMissingNode() ? field : given;
    return said.isTextual()
        ? List.of(said.asText())
        : said.valueStream().map(JsonNode::asText).toList();
  }

  private static Refusal refused(String name, String text, String advice) {
    ObjectNode error = Problem.BUSINESS.describe("", "0", text, "1", text + advice, "2", name);
    error.remove("longMessage");
    return new Refusal(Problem.BUSINESS.status, error.put("message", PREFIX + text + advice));
  }
}
