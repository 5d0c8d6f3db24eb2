package kontor.sandbox.amazon.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;

/** A line of an order as Orders 2026-01-01 shows it. The price is that of one unit. */
final class ItemView {

  private ItemView() {}

  static ObjectNode show(AmazonOrder order, Line line, List<String> parts, boolean priced) {
    ObjectNode item = Json.object().put("orderItemId", line.orderItemId());
    item.put("quantityOrdered", line.quantity());
    ObjectNode product = item.putObject("product").put("asin", line.asin());
    product.put("title", line.title()).put("sellerSku", line.sku());
    product.putObject("condition").put("conditionType", "NEW").put("conditionSubtype", "NEW");
    if (priced) {
      product.putObject("price").set("unitPrice", Json.tree(line.unitPrice()));
    }
    if (priced && parts.contains("PROCEEDS")) {
      proceeds(line, item.putObject("proceeds"));
    }
    if (parts.contains("CANCELLATION") && (line.requestReason() != null || line.cancelled() > 0)) {
      cancellation(line, item.putObject("cancellation"));
    }
    if (parts.contains("FULFILLMENT")) {
      int shipped = order.shippedOf(line.orderItemId());
      ObjectNode fulfillment = item.putObject("fulfillment").put("quantityFulfilled", shipped);
      fulfillment.put("quantityUnfulfilled", line.open() - shipped);
    }
    return item;
  }

  private static void proceeds(Line line, ObjectNode proceeds) {
    proceeds.set("proceedsTotal", Json.tree(line.total()));
    ArrayNode breakdowns = proceeds.putArray("breakdowns");
    breakdowns.addObject().put("type", "ITEM").set("subtotal", Json.tree(line.principal()));
    if (line.shipping().number().signum() > 0 && line.open() > 0) {
      breakdowns.addObject().put("type", "SHIPPING").set("subtotal", Json.tree(line.shipping()));
    }
  }

  private static void cancellation(Line line, ObjectNode cancellation) {
    if (line.requestReason() != null) {
      cancellation
          .putObject("cancellationRequest")
          .put("requester", "BUYER")
          .put("cancelReason", line.requestReason());
    }
    if (line.cancelled() > 0) {
      cancellation
          .putObject("cancellationExecution")
          .put("cancelledBy", line.cancelledBy())
          .put("cancelReason", line.cancelReason());
    }
  }
}
