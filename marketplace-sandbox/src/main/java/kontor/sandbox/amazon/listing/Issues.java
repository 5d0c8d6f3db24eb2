package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;

/** What is wrong with a listing, as Amazon says it; the codes are those of its own examples. */
public final class Issues {

  private Issues() {}

  /** An issue of any kind. */
  public static ObjectNode of(String code, String severity, String category, String message) {
    ObjectNode issue = Json.object().put("code", code).put("message", message);
    issue.put("severity", severity).putArray("categories").add(category);
    return issue;
  }

  static ObjectNode missing(String attribute) {
    return named(
        of(
            "90220",
            "ERROR",
            "MISSING_ATTRIBUTE",
            "'" + attribute + "' is required but not supplied."),
        attribute);
  }

  static ObjectNode invalid(String attribute, String why) {
    boolean price = attribute.equals("purchasable_offer") || attribute.equals("list_price");
    String category = price ? "INVALID_PRICE" : "INVALID_ATTRIBUTE";
    String message = "The attribute '" + attribute + "' is not valid: " + why;
    return named(of("99022", "ERROR", category, message), attribute);
  }

  static ObjectNode unknown(String attribute, String type) {
    return invalid(attribute, "not part of the product type " + type);
  }

  static ObjectNode noSuchSku(String sku) {
    String message = "This SKU does not exist in the Amazon catalog: " + sku;
    return of("13013", "ERROR", "INVALID_ATTRIBUTE", message);
  }

  private static ObjectNode named(ObjectNode issue, String attribute) {
    issue.putArray("attributeNames").add(attribute);
    return issue;
  }

  static boolean anyError(List<ObjectNode> issues) {
    return issues.stream().anyMatch(issue -> issue.path("severity").asText().equals("ERROR"));
  }
}
