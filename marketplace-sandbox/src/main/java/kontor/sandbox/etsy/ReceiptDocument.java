package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Buyer;

/** A receipt as the API shows it. */
final class ReceiptDocument {

  private ReceiptDocument() {}

  static ObjectNode show(Receipt receipt) {
    ObjectNode shown = Json.object().put("receipt_id", receipt.receiptId());
    shown.put("status", receipt.status());
    shown.put("is_paid", receipt.paid()).put("is_shipped", receipt.shipped());
    shown.put("create_timestamp", receipt.created().getEpochSecond());
    shown.put("created_timestamp", receipt.created().getEpochSecond());
    shown.put("update_timestamp", receipt.updated().getEpochSecond());
    shown.put("updated_timestamp", receipt.updated().getEpochSecond());
    address(shown, receipt.buyer());
    shown.set("grandtotal", receipt.grandTotal().show());
    shown.set("subtotal", receipt.subtotal().show());
    shown.set("total_price", receipt.totalPrice().show());
    shown.set("total_shipping_cost", receipt.shipping().show());
    shown.set("total_tax_cost", receipt.tax().show());
    shown.set("total_vat_cost", receipt.shipping().with(0).show());
    shown.set("discount_amt", receipt.discount().show());
    shown.set("gift_wrap_price", receipt.shipping().with(0).show());
    ArrayNode shipments = shown.putArray("shipments");
    receipt.shipments().forEach(shipment -> shipments.add(show(shipment)));
    ArrayNode transactions = shown.putArray("transactions");
    receipt.lines().forEach(line -> transactions.add(show(receipt, line)));
    ArrayNode refunds = shown.putArray("refunds");
    receipt.refunds().forEach(refund -> refunds.add(show(refund)));
    return shown;
  }

  private static void address(ObjectNode shown, Buyer buyer) {
    shown.put("buyer_user_id", 70_000_000L + Math.floorMod(buyer.username().hashCode(), 1_000_000));
    shown.put("buyer_email", buyer.email()).put("name", buyer.fullName());
    shown.put("first_line", buyer.addressLine1()).putNull("second_line");
    shown.put("city", buyer.city()).putNull("state").put("zip", buyer.postalCode());
    shown.put("country_iso", buyer.country());
  }

  private static ObjectNode show(Receipt.Shipment shipment) {
    ObjectNode shown = Json.object().put("receipt_shipping_id", shipment.receiptShippingId());
    shown.put("shipment_notification_timestamp", shipment.told().getEpochSecond());
    return shown.put("carrier_name", shipment.carrier()).put("tracking_code", shipment.tracking());
  }

  static ObjectNode show(Receipt receipt, Receipt.Line line) {
    ObjectNode shown = Json.object().put("transaction_id", line.transactionId());
    shown.put("receipt_id", receipt.receiptId()).put("listing_id", line.listingId());
    shown.put("product_id", line.productId()).put("sku", line.sku());
    shown.put("title", line.title()).put("quantity", line.quantity());
    shown.set("price", line.price().show());
    return shown.put("created_timestamp", receipt.created().getEpochSecond());
  }

  private static ObjectNode show(Receipt.Refund refund) {
    ObjectNode shown = Json.object().put("created_timestamp", refund.at().getEpochSecond());
    shown.put("reason", refund.reason()).set("amount", refund.amount().show());
    return shown.put("status", "completed");
  }
}
