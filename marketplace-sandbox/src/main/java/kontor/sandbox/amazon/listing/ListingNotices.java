package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.document.Json;

/** Tells sellers what became of their listings. */
final class ListingNotices {

  private ListingNotices() {}

  static void tell(
      Notices notices, Optional<Listing> before, Listing after, int stored, Instant at) {
    List<ObjectNode> old = before.map(Listing::issues).orElse(List.of());
    if (!old.equals(after.issues())) {
      ObjectNode payload = payload(after);
      ArrayNode severities = payload.putArray("Severities");
      after.issues().stream()
          .map(issue -> issue.path("severity").asText())
          .distinct()
          .forEach(severities::add);
      payload.putArray("EnforcementActions");
      notices.announce(after.sellerId(), "LISTINGS_ITEM_ISSUES_CHANGE", payload, at);
    }
    int quantity = after.ownQuantity();
    if (before.map(Listing::ownQuantity).orElse(-1) != quantity) {
      ObjectNode payload = Json.object().put("SellerId", after.sellerId());
      payload.put("FulfillmentChannelCode", Listing.OWN).put("Sku", after.sku());
      notices.announce(
          after.sellerId(),
          "LISTINGS_ITEM_MFN_QUANTITY_CHANGE",
          payload.put("Quantity", quantity),
          at);
    }
    List<String> status = after.status(stored);
    if (!before.map(b -> b.status(stored)).orElse(List.of()).equals(status)) {
      ObjectNode payload = payload(after);
      ArrayNode list = payload.putArray("Status");
      status.forEach(list::add);
      notices.announce(after.sellerId(), "LISTINGS_ITEM_STATUS_CHANGE", payload, at);
    }
  }

  private static ObjectNode payload(Listing listing) {
    ObjectNode payload = Json.object().put("SellerId", listing.sellerId());
    payload.put("MarketplaceId", listing.marketplaceId()).put("Asin", listing.asin());
    return payload.put("Sku", listing.sku());
  }
}
