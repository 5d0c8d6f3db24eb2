package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.sandbox.document.Json;

/** The marketplace's own books: what tests compare the platform with. */
final class Ledger {

  private final Shelf shelf;
  private final Orders orders;
  private final Returns returns;
  private final Payouts payouts;
  private final Map<String, Map<String, Long>> calls;

  /**
   * @param calls that were made for this seller, by operation and outcome
   */
  Ledger(Desk desk, Map<String, Map<String, Long>> calls) {
    this.shelf = desk.shelf();
    this.orders = desk.orders();
    this.returns = desk.returns();
    this.payouts = desk.payouts();
    this.calls = calls;
  }

  Map<String, Object> show() {
    List<SoldOrder> oldestFirst = new ArrayList<>(orders.newestFirst());
    Collections.reverse(oldestFirst);
    Map<String, Object> ledger = new LinkedHashMap<>();
    ledger.put("orders", oldestFirst.stream().map(Ledger::order).toList());
    ledger.put("fulfillments", oldestFirst.stream().flatMap(o -> shipments(o).stream()).toList());
    ledger.put("refunds", oldestFirst.stream().flatMap(o -> refunds(o).stream()).toList());
    ledger.put(
        "cancellations",
        oldestFirst.stream().flatMap(o -> orders.cancelCases(o).stream()).map(Json::tree).toList());
    ledger.put("returns", returns.newestFirst().stream().map(Json::tree).toList());
    ledger.put("payouts", payouts.newestFirst().stream().map(Json::tree).toList());
    ledger.put("items", shelf.items.all().stream().map(Ledger::item).toList());
    ledger.put("listings", shelf.offers.all().stream().map(this::listing).toList());
    ledger.put("calls", calls);
    return ledger;
  }

  private static JsonNode order(SoldOrder order) {
    ObjectNode shown = (ObjectNode) Json.tree(order);
    shown.put("fulfillment", order.fulfillment()).set("total", Json.tree(order.total()));
    return shown;
  }

  private static List<JsonNode> shipments(SoldOrder order) {
    return order.shipments().stream()
        .map(one -> (JsonNode) ((ObjectNode) Json.tree(one)).put("orderId", order.orderId()))
        .toList();
  }

  private static List<JsonNode> refunds(SoldOrder order) {
    return order.after().refunds().stream()
        .map(one -> (JsonNode) ((ObjectNode) Json.tree(one)).put("orderId", order.orderId()))
        .toList();
  }

  private static JsonNode item(Item item) {
    return Json.object().put("sku", item.sku()).put("quantity", item.quantity());
  }

  private JsonNode listing(Offer offer) {
    int quantity = shelf.quantity(offer);
    ObjectNode shown = Json.object().put("sku", offer.sku()).put("offerId", offer.offerId());
    shown.put("marketplaceId", offer.marketplaceId());
    shown.put("listingId", offer.listingId()).put("quantity", quantity).put("sold", offer.sold());
    shown.put(
        "status", !offer.published() ? "NOT_LISTED" : quantity > 0 ? "ACTIVE" : "OUT_OF_STOCK");
    shelf.items.changedAt(offer.sku()).ifPresent(at -> shown.put("changed", at.toString()));
    if (!offer.price().isMissingNode()) {
      shown.set("price", offer.price());
    }
    return shown;
  }
}
