package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What an offer needs before eBay lists it. */
final class Readiness {

  private final Shelf shelf;
  private final Specifics specifics;

  Readiness(Shelf shelf, Specifics specifics) {
    this.shelf = shelf;
    this.specifics = specifics;
  }

  /** Refuses an offer that cannot be a listing; being sold out is no obstacle once it is listed. */
  void check(Offer offer) {
    Item item = shelf.item(offer.sku());
    checkProduct(offer, item);
    checkTerms(offer.document());
    specifics.check(offer, item);
  }

  /** Refuses an offer that cannot become a listing now. */
  void checkNew(Offer offer) {
    check(offer);
    if (shelf.quantity(offer) < 1) {
      throw Problem.QUANTITY.refuse("nothing to sell", "sku", offer.sku());
    }
  }

  private static void checkProduct(Offer offer, Item item) {
    if (item.title().isBlank()) {
      throw missing("product.title");
    }
    if (!item.hasPicture()) {
      throw missing("product.imageUrls");
    }
    if (!item.document().has("condition")) {
      throw missing("condition");
    }
    boolean described = !offer.document().path("listingDescription").asText("").isBlank();
    if (!described && !item.hasDescription()) {
      throw missing("product.description");
    }
  }

  private static Refusal missing(String field) {
    return Problem.BUSINESS.refuse("a listing needs " + field, "field", field);
  }

  private void checkTerms(JsonNode document) {
    JsonNode price = document.at("/pricingSummary/price");
    if (price.isMissingNode() || new BigDecimal(price.get("value").asText()).signum() == 0) {
      throw Problem.PRICE.refuse("a listing needs a price", "field", "pricingSummary.price");
    }
    need(document, "/categoryId", Problem.CATEGORY);
    need(document, "/listingPolicies/fulfillmentPolicyId", Problem.FULFILLMENT_POLICY);
    need(document, "/listingPolicies/paymentPolicyId", Problem.PAYMENT_POLICY);
    need(document, "/listingPolicies/returnPolicyId", Problem.RETURN_POLICY);
    String key = document.path("merchantLocationKey").asText("");
    boolean usable =
        shelf
            .locations
            .get(key)
            .filter(l -> l.path("merchantLocationStatus").asText().equals("ENABLED"))
            .isPresent();
    if (!usable) {
      throw Problem.LOCATION.refuse("unknown or disabled", "merchantLocationKey", key);
    }
  }

  private static void need(JsonNode document, String pointer, Problem problem) {
    if (document.at(pointer).isMissingNode()) {
      throw problem.refuse("missing", "field", pointer.substring(1).replace('/', '.'));
    }
  }
}
