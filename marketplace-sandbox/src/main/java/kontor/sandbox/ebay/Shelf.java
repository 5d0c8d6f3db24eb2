package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.state.Store;
import org.jspecify.annotations.Nullable;

/** What the seller has on eBay: items, offers and the places they ship from. */
final class Shelf {

  final Drawer<Item> items;
  final Drawer<Offer> offers;
  final Drawer<ObjectNode> locations;
  private final Store store;
  private final Limits limits;

  Shelf(Tables tables, String seller, Store store, Limits limits) {
    this.store = store;
    this.limits = limits;
    this.items = new Drawer<>(tables.items(), seller);
    this.offers = new Drawer<>(tables.offers(), seller);
    this.locations = new Drawer<>(tables.locations(), seller);
  }

  Item item(String sku) {
    return items.get(sku).orElseThrow(() -> Problem.NO_SUCH_SKU.refuse(sku, "sku", sku));
  }

  Offer offer(String offerId) {
    return offers
        .get(offerId)
        .orElseThrow(() -> Problem.NO_SUCH_OFFER.refuse(offerId, "offerId", offerId));
  }

  List<Offer> offersOf(String sku) {
    return offers.all().stream().filter(offer -> offer.sku().equals(sku)).toList();
  }

  /** How many a buyer can order through an offer now. */
  int quantity(Offer offer) {
    return Math.min(offer.limit(), items.get(offer.sku()).map(Item::quantity).orElse(0));
  }

  /** Counts a revision of every listing that shows this SKU. */
  void reviseListingsOf(String sku) {
    offersOf(sku).forEach(this::revise);
  }

  /** Counts a revision if the offer is listed. */
  void revise(Offer offer) {
    @Nullable String listing = offer.listingId();
    if (listing != null) {
      limits.revise(listing);
    }
  }

  String nextOfferId() {
    return Long.toString(8_000_000_000L + store.next("ebay-offer"));
  }

  String nextListingId() {
    return Long.toString(110_000_000_000L + store.next("ebay-listing"));
  }
}
