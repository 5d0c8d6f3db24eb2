package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.document.Json;

/**
 * A seller's SKU on one marketplace.
 *
 * @param attributes as the seller sent them, each a list of entries
 * @param issues what is wrong with it
 */
public record Listing(
    String sellerId,
    String marketplaceId,
    String sku,
    String productType,
    String requirements,
    ObjectNode attributes,
    String asin,
    Instant created,
    Instant updated,
    List<ObjectNode> issues) {

  /** The channel code of stock in the seller's own warehouse. */
  public static final String OWN = "DEFAULT";

  public Listing {
    issues = List.copyOf(issues);
  }

  /** What it is called. */
  public String title() {
    return attributes.at("/item_name/0/value").asText(sku);
  }

  /** The price with VAT, if there is an offer to consumers. */
  public Optional<BigDecimal> price() {
    JsonNode value = offer().at("/our_price/0/schedule/0/value_with_tax");
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  /** The price with VAT and its currency, if there is an offer to consumers. */
  public Optional<Money> money() {
    return price().map(value -> Money.of(value, currency()));
  }

  /** The offer's currency; empty text without an offer. */
  public String currency() {
    return offer().path("currency").asText();
  }

  private JsonNode offer() {
    for (JsonNode offer : attributes.path("purchasable_offer")) {
      if (!offer.path("audience").asText("ALL").equals("B2B")) {
        return offer;
      }
    }
    return Json.object();
  }

  /** How many the seller says are in the own warehouse. */
  public int ownQuantity() {
    for (JsonNode entry : attributes.path("fulfillment_availability")) {
      if (entry.path("fulfillment_channel_code").asText().equals(OWN)) {
        return entry.path("quantity").asInt();
      }
    }
    return 0;
  }

  boolean hasIssueOf(String category) {
    return issues.stream()
        .filter(issue -> issue.path("severity").asText().equals("ERROR"))
        .anyMatch(issue -> issue.path("categories").toString().contains(category));
  }

  /** The statuses, with {@code inWarehouses} units at Amazon. */
  List<String> status(int inWarehouses) {
    boolean suppressed =
        issues.stream().anyMatch(i -> i.path("enforcements").toString().contains("SUPPRESSED"));
    boolean priced = price().isPresent() && !hasIssueOf("_PRICE");
    List<String> status = new ArrayList<>();
    if (priced && !suppressed && ownQuantity() + inWarehouses > 0) {
      status.add("BUYABLE");
    }
    if (!suppressed) {
      status.add("DISCOVERABLE");
    }
    return status;
  }

  Listing with(ObjectNode other, Instant at) {
    return new Listing(
        sellerId,
        marketplaceId,
        sku,
        productType,
        requirements,
        other,
        asin,
        created,
        at,
        List.of());
  }

  Listing with(List<ObjectNode> others, Instant at) {
    return new Listing(
        sellerId,
        marketplaceId,
        sku,
        productType,
        requirements,
        attributes,
        asin,
        created,
        at,
        others);
  }

  /** The same with other units in the own warehouse. */
  Listing withOwnQuantity(int quantity, Instant at) {
    ObjectNode changed = attributes.deepCopy();
    for (JsonNode entry : changed.path("fulfillment_availability")) {
      if (entry.path("fulfillment_channel_code").asText().equals(OWN)) {
        ((ObjectNode) entry).put("quantity", quantity);
      }
    }
    return new Listing(
        sellerId,
        marketplaceId,
        sku,
        productType,
        requirements,
        changed,
        asin,
        created,
        at,
        issues);
  }
}
