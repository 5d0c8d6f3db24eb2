package kontor.sandbox.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.amazon.gate.Books;
import kontor.sandbox.amazon.listing.Listing;
import kontor.sandbox.amazon.order.AmazonOrder;
import kontor.sandbox.amazon.order.Line;
import kontor.sandbox.amazon.report.Settlements;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.document.Json;

/** Amazon's own books of one seller: what tests compare the platform with. */
final class Ledger {

  private final Backstage stage;
  private final Books books;

  Ledger(Backstage stage, Books books) {
    this.stage = stage;
    this.books = books;
  }

  ObjectNode show(String sellerId) {
    ObjectNode ledger = Json.object().put("sellerId", sellerId);
    ArrayNode orders = ledger.putArray("orders");
    ArrayNode shipments = ledger.putArray("shipments");
    ArrayNode refunds = ledger.putArray("refunds");
    ArrayNode cancellations = ledger.putArray("cancellations");
    for (AmazonOrder order : stage.orders().of(sellerId)) {
      orders.add(order(order));
      order.parcels().forEach(parcel -> shipments.add(of(order, Json.tree(parcel))));
      for (Line line : order.lines()) {
        line.refunds().forEach(refund -> refunds.add(of(order, line, Json.tree(refund))));
        if (line.cancelled() > 0) {
          cancellations.add(cancellation(order, line));
        }
      }
    }
    ArrayNode listings = ledger.putArray("listings");
    stage.listings().of(sellerId).forEach(listing -> listings.add(listing(listing)));
    ArrayNode settlements = ledger.putArray("settlements");
    stage.reports().settlements().of(sellerId).forEach(one -> settlements.add(paid(one)));
    ledger.set("calls", books.calls(sellerId));
    ledger.set("bucketBreaches", books.breaches(sellerId));
    ledger.set("modelViolations", books.violations(sellerId));
    return ledger;
  }

  private static ObjectNode order(AmazonOrder order) {
    ObjectNode shown = (ObjectNode) Json.tree(order);
    shown.put("status", order.status()).set("total", Json.tree(order.total()));
    return shown;
  }

  private static ObjectNode of(AmazonOrder order, JsonNode part) {
    return ((ObjectNode) part).put("orderId", order.orderId());
  }

  private static ObjectNode of(AmazonOrder order, Line line, JsonNode part) {
    return of(order, part).put("orderItemId", line.orderItemId()).put("sku", line.sku());
  }

  private static ObjectNode cancellation(AmazonOrder order, Line line) {
    ObjectNode shown = of(order, line, Json.object()).put("quantity", line.cancelled());
    return shown.put("by", line.cancelledBy()).put("reason", line.cancelReason());
  }

  private static JsonNode paid(Settlements.Settlement settlement) {
    return ((ObjectNode) Json.tree(settlement)).without(List.of("text", "covered"));
  }

  private ObjectNode listing(Listing listing) {
    ObjectNode shown = Json.object().put("sku", listing.sku()).put("asin", listing.asin());
    shown.put("marketplaceId", listing.marketplaceId()).put("productType", listing.productType());
    shown.put("quantity", listing.ownQuantity()).put("changed", listing.updated().toString());
    shown.put("stored", stage.listings().stored(listing.sellerId(), listing.sku()));
    shown.put("currency", listing.currency());
    shown.put("price", listing.money().map(Money::amount).orElse(""));
    shown.put("buyable", stage.listings().offered(listing, false) > 0);
    shown.putArray("issues").addAll(listing.issues());
    return shown;
  }
}
