package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.document.Json;

/** A listing as the API shows it, with the parts that were asked for. */
public final class ItemDocument {

  private final Listings listings;

  public ItemDocument(Listings listings) {
    this.listings = listings;
  }

  /** The document with these parts; none given means the summaries. */
  public ObjectNode show(Listing listing, List<String> parts) {
    ObjectNode item = Json.object().put("sku", listing.sku());
    for (String part : parts.isEmpty() ? List.of("summaries") : parts) {
      switch (part) {
        case "summaries" -> item.putArray(part).add(summary(listing));
        case "attributes" -> item.set(part, listing.attributes());
        case "issues" -> listing.issues().forEach(item.withArray("/issues")::add);
        case "offers" -> offers(listing, item.putArray(part));
        case "fulfillmentAvailability" -> availability(listing, item.putArray(part));
        case "productTypes" ->
            item.putArray(part)
                .addObject()
                .put("marketplaceId", listing.marketplaceId())
                .put("productType", listing.productType());
        default -> item.putArray(part); // procurement and relationships: none here
      }
    }
    return item;
  }

  private ObjectNode summary(Listing listing) {
    ObjectNode summary = Json.object().put("marketplaceId", listing.marketplaceId());
    summary.put("asin", listing.asin()).put("productType", listing.productType());
    summary.put(
        "conditionType", listing.attributes().at("/condition_type/0/value").asText("new_new"));
    ArrayNode status = summary.putArray("status");
    listing.status(listings.stored(listing)).forEach(status::add);
    summary.put("itemName", listing.title());
    summary.put("createdDate", listing.created().toString());
    return summary.put("lastUpdatedDate", listing.updated().toString());
  }

  private static void offers(Listing listing, ArrayNode offers) {
    for (JsonNode offer : listing.attributes().path("purchasable_offer")) {
      boolean business = offer.path("audience").asText().equals("B2B");
      ObjectNode shown = offers.addObject().put("marketplaceId", listing.marketplaceId());
      shown.put("offerType", business ? "B2B" : "B2C");
      JsonNode price = offer.at("/our_price/0/schedule/0/value_with_tax");
      String currency = offer.path("currency").asText();
      ObjectNode money = shown.putObject("price").put("currencyCode", currency);
      money.put("amount", Money.of(price.decimalValue(), currency).amount());
    }
  }

  private void availability(Listing listing, ArrayNode shown) {
    boolean warehouse = listings.everStored(listing.sellerId(), listing.sku());
    for (JsonNode entry : listing.attributes().path("fulfillment_availability")) {
      String code = entry.path("fulfillment_channel_code").asText();
      if (code.equals(Listing.OWN)) {
        shown
            .addObject()
            .put("fulfillmentChannelCode", code)
            .put("quantity", entry.path("quantity").asInt());
      } else if (!warehouse) {
        shown.addObject().put("fulfillmentChannelCode", code);
      }
    }
    if (warehouse) {
      String code = Marketplace.of(listing.marketplaceId()).warehouse();
      shown
          .addObject()
          .put("fulfillmentChannelCode", code)
          .put("quantity", listings.stored(listing));
    }
  }
}
