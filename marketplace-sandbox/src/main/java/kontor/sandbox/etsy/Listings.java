package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** All listings of all shops. */
final class Listings {

  private final Table<Listing> table;
  private final Store store;
  private final Clock clock;

  Listings(Store store, Clock clock) {
    this.table = store.table("etsy-listings", Listing.class);
    this.store = store;
    this.clock = clock;
  }

  /** Now, as Etsy counts: in whole seconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  long next(String series) {
    return store.next("etsy-" + series);
  }

  void put(Listing listing) {
    table.put(Long.toString(listing.listingId()), listing);
  }

  void remove(Listing listing) {
    table.remove(Long.toString(listing.listingId()));
  }

  Optional<Instant> changedAt(Listing listing) {
    return table.changedAt(Long.toString(listing.listingId()));
  }

  /** The newest first, as the shop's lists show them. */
  List<Listing> of(Shop shop) {
    return table.newestFirst().stream().filter(one -> one.shopId() == shop.shopId()).toList();
  }

  Optional<Listing> find(Shop shop, long listingId) {
    return table.get(Long.toString(listingId)).filter(one -> one.shopId() == shop.shopId());
  }

  /** The listing that the path names; another shop's is as good as none. */
  Listing of(Call call) {
    return find(call.shop(), call.id("listing_id"))
        .orElseThrow(() -> Problem.NOT_FOUND.say("Could not find the listing"));
  }

  /** A buyer takes units of a product; the last one takes the listing off sale. */
  void sell(Listing listing, String productId, int units) {
    ObjectNode inventory = listing.inventory().deepCopy();
    for (JsonNode product : inventory.path("products")) {
      if (product.path("product_id").asText().equals(productId)) {
        ObjectNode offering = (ObjectNode) product.path("offerings").get(0);
        offering.put("quantity", offering.path("quantity").asInt() - units);
      }
    }
    Listing left = listing.withInventory(inventory, now());
    put(left.quantity() == 0 ? left.in(Listing.SOLD_OUT, now()) : left);
  }
}
