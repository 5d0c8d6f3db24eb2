package kontor.connector.etsy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.ListingPage;
import kontor.connector.channel.ReportedListing;
import kontor.connector.channel.ReportedListing.State;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;

/** What stands at Etsy, in our words: each product of a listing that has a SKU. */
final class EtsyReports {

  private final EtsyListings listings;

  EtsyReports(EtsyListings listings) {
    this.listings = listings;
  }

  /**
   * @param cursor the place of a state in {@link EtsyListings#STATES}, a colon, the offset in it
   */
  ListingPage page(Optional<String> cursor) {
    String[] at = cursor.orElse("0:0").split(":");
    int state = Integer.parseInt(at[0]);
    int offset = Integer.parseInt(at[1]);
    List<JsonNode> page = new ArrayList<>();
    listings.page(EtsyListings.STATES.get(state), offset).forEach(page::add);
    Optional<String> next =
        page.size() == EtsyListings.PAGE
            ? Optional.of(state + ":" + (offset + EtsyListings.PAGE))
            : Optional.of(state + 1)
                .filter(after -> after < EtsyListings.STATES.size())
                .map(after -> after + ":0");
    return new ListingPage(reported(page), next);
  }

  List<ReportedListing> reported(List<JsonNode> shown) {
    List<String> ids = shown.stream().map(one -> one.path("listing_id").asString()).toList();
    Map<String, JsonNode> inventories = listings.inventories(ids);
    List<ReportedListing> all = new ArrayList<>();
    for (JsonNode listing : shown) {
      JsonNode inventory = inventories.get(listing.path("listing_id").asString());
      if (inventory != null) {
        for (JsonNode product : inventory.path("products")) {
          reported(listing, product).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  private static Optional<ReportedListing> reported(JsonNode listing, JsonNode product) {
    String sku = product.path("sku").asString("");
    JsonNode offering = product.path("offerings").path(0);
    if (sku.isBlank() || sku.length() > 40 || offering.isMissingNode()) {
      return Optional.empty();
    }
    String id = listing.path("listing_id").asString();
    return Optional.of(
        new ReportedListing(
            new Sku(sku),
            id,
            Optional.of(id),
            state(listing.path("state").asString("")),
            listing.path("title").asString(""),
            Optional.empty(),
            Optional.of(EtsyOrders.money(offering.path("price"))).filter(price -> active(listing)),
            Optional.of(offered(listing, offering)),
            List.of()));
  }

  /**
   * Etsy takes no quantity of 0: a listing that is not active offers nothing, whatever it says, and
   * has the price of before.
   */
  private static Quantity offered(JsonNode listing, JsonNode offering) {
    return active(listing) ? new Quantity(offering.path("quantity").asInt()) : Quantity.ZERO;
  }

  private static boolean active(JsonNode listing) {
    return listing.path("state").asString("").equals("active");
  }

  private static State state(String word) {
    return switch (word) {
      case "active", "sold_out" -> State.LIVE;
      case "expired", "removed" -> State.ENDED;
      default -> State.HIDDEN;
    };
  }
}
