package kontor.sandbox.amazon.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import kontor.sandbox.document.Json;

/** What ORDER_CHANGE says of an order: no address, and the state by the names of Orders v0. */
final class OrderNotice {

  private static final Map<String, String> V0 =
      Map.of(
          "PENDING", "Pending",
          "UNSHIPPED", "Unshipped",
          "PARTIALLY_SHIPPED", "PartiallyShipped",
          "SHIPPED", "Shipped",
          "CANCELLED", "Canceled");

  private OrderNotice() {}

  static ObjectNode of(AmazonOrder order, String change, String why) {
    ObjectNode payload = Json.object();
    ObjectNode notice = payload.putObject("OrderChangeNotification");
    notice.put("NotificationLevel", "OrderLevel").put("SellerId", order.sellerId());
    notice.put("AmazonOrderId", order.orderId()).put("OrderChangeType", change);
    notice
        .putObject("OrderChangeTrigger")
        .put("TimeOfOrderChange", order.updated().toString())
        .put("ChangeReason", why);
    summary(order, notice.putObject("Summary"));
    return payload;
  }

  private static void summary(AmazonOrder order, ObjectNode summary) {
    String status = V0.getOrDefault(order.status(), order.status());
    int open = order.lines().stream().mapToInt(Line::open).sum();
    int shipped = order.lines().stream().mapToInt(l -> order.shippedOf(l.orderItemId())).sum();
    summary.put("MarketplaceId", order.marketplaceId()).put("OrderStatus", status);
    summary.put("PurchaseDate", order.created().toString());
    boolean known = order.paid() && !order.cancelled();
    summary.put("DestinationPostalCode", known ? order.buyer().postalCode() : "");
    summary.put("FulfillmentType", order.byAmazon() ? "AFN" : "MFN");
    summary.put("OrderType", "StandardOrder").put("NumberOfItemsShipped", shipped);
    summary.put("NumberOfItemsUnshipped", open - shipped);
    ArrayNode items = summary.putArray("OrderItems");
    for (Line line : order.lines()) {
      ObjectNode item = items.addObject().put("OrderItemId", line.orderItemId());
      item.put("SupplySourceId", "").put("SellerSKU", line.sku()).put("Quantity", line.quantity());
      item.put("QuantityShipped", order.shippedOf(line.orderItemId()));
      item.put("IsBuyerRequestedCancel", line.requestReason() != null);
    }
  }
}
