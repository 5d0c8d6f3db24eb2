package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kontor.sandbox.document.Json;

/** Etsy's own books of one shop: what tests compare the platform with. */
final class Ledger {

  private final Listings listings;
  private final Receipts receipts;
  private final Books books;

  Ledger(Listings listings, Receipts receipts, Books books) {
    this.listings = listings;
    this.receipts = receipts;
    this.books = books;
  }

  ObjectNode show(Shop shop) {
    ObjectNode ledger = Json.object().put("shopId", shop.shopId());
    ArrayNode all = ledger.putArray("listings");
    listings.of(shop).forEach(listing -> all.add(show(listing)));
    ArrayNode sold = ledger.putArray("receipts");
    ArrayNode shipments = ledger.putArray("shipments");
    ArrayNode refunds = ledger.putArray("refunds");
    for (Receipt receipt : receipts.of(shop)) {
      sold.add(show(receipt));
      receipt.shipments().forEach(one -> shipments.add(of(receipt, (ObjectNode) Json.tree(one))));
      receipt.refunds().forEach(one -> refunds.add(of(receipt, (ObjectNode) Json.tree(one))));
    }
    ledger.put("mails", shipments.size());
    ledger.set("calls", Json.tree(books.calls(Long.toString(shop.shopId()))));
    return ledger.put("limitBreaches", books.breaches());
  }

  private static ObjectNode of(Receipt receipt, ObjectNode part) {
    return part.put("receiptId", receipt.receiptId());
  }

  /** A receipt with its totals, and how many mails its buyer got. */
  static ObjectNode show(Receipt receipt) {
    ObjectNode shown = (ObjectNode) Json.tree(receipt);
    shown.put("status", receipt.status()).put("total", receipt.grandTotal().decimal());
    shown.put("refunded", receipt.refunded().decimal());
    return shown.put("mails", receipt.shipments().size());
  }

  private ObjectNode show(Listing listing) {
    ObjectNode shown = Json.object().put("listingId", listing.listingId());
    shown.put("state", listing.state()).put("quantity", listing.quantity());
    shown.put("images", listing.images().size());
    listings.changedAt(listing).ifPresent(at -> shown.put("changed", at.toString()));
    shown.put("title", listing.details().path("title").asText());
    shown.set("skus", Json.tree(listing.skus()));
    shown.set("products", listing.products());
    return shown;
  }
}
