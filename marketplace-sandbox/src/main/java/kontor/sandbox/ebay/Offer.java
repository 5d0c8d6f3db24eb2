package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An offer of one SKU on one marketplace, exactly as it was last put; published while it has a
 * listing.
 */
record Offer(
    String offerId,
    String sku,
    String marketplaceId,
    String format,
    ObjectNode document,
    @Nullable String listingId,
    int sold) {

  boolean published() {
    return listingId != null;
  }

  /** What the offer itself allows to sell, whatever the item holds. */
  int limit() {
    return document.path("availableQuantity").asInt(Integer.MAX_VALUE);
  }

  JsonNode price() {
    return document.at("/pricingSummary/price");
  }

  Offer withDocument(ObjectNode other) {
    return new Offer(offerId, sku, marketplaceId, format, other, listingId, sold);
  }

  Offer withListing(@Nullable String other) {
    return new Offer(offerId, sku, marketplaceId, format, document, other, 0);
  }

  Offer sell(int quantity) {
    ObjectNode changed = document.deepCopy();
    if (changed.has("availableQuantity")) {
      changed.put("availableQuantity", limit() - quantity);
    }
    return new Offer(offerId, sku, marketplaceId, format, changed, listingId, sold + quantity);
  }

  /** As eBay shows it while {@code quantity} can be bought. */
  ObjectNode show(int quantity) {
    ObjectNode shown = document.deepCopy();
    shown.put("offerId", offerId).put("sku", sku).put("marketplaceId", marketplaceId);
    shown.put("format", format).put("status", published() ? "PUBLISHED" : "UNPUBLISHED");
    if (published()) {
      ObjectNode listing = shown.putObject("listing");
      listing.put("listingId", listingId);
      listing.put("listingStatus", quantity > 0 ? "ACTIVE" : "OUT_OF_STOCK");
      listing.put("soldQuantity", sold);
    }
    return shown;
  }
}
