package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.SoldOrder.Line;
import kontor.sandbox.ebay.SoldOrder.Payment;

/** An order as the Fulfillment API shows it. */
final class OrderDocument {

  private OrderDocument() {}

  /**
   * @param cancelCases the wishes to cancel, oldest first; the list leaves them out
   */
  static ObjectNode show(SoldOrder order, List<CancelCase> cancelCases) {
    ObjectNode shown = Json.object();
    shown.put("orderId", order.orderId()).put("legacyOrderId", order.orderId());
    shown.put("creationDate", time(order.created()));
    shown.put("lastModifiedDate", time(order.modified()));
    shown.put("orderFulfillmentStatus", order.fulfillment());
    shown.put("orderPaymentStatus", order.payment().name());
    shown.put("sellerId", order.seller());
    shown.putObject("buyer").put("username", order.buyer().username());
    shown.set("pricingSummary", pricing(order));
    shown.set("cancelStatus", cancelStatus(order, cancelCases));
    shown.set("paymentSummary", payments(order));
    shown.putArray("fulfillmentStartInstructions").add(instructions(order));
    shown.putArray("fulfillmentHrefs");
    order.lines().forEach(line -> shown.withArray("/lineItems").add(line(order, line)));
    shown.put("ebayCollectAndRemitTax", false);
    return shown;
  }

  private static ObjectNode pricing(SoldOrder order) {
    ObjectNode pricing = Json.object();
    pricing.set("priceSubtotal", Json.tree(order.subtotal()));
    pricing.set("deliveryCost", Json.tree(order.delivery()));
    pricing.set("total", Json.tree(order.total()));
    return pricing;
  }

  private static ObjectNode cancelStatus(SoldOrder order, List<CancelCase> cancelCases) {
    ObjectNode status = Json.object();
    status.put(
        "cancelState",
        switch (order.cancellation()) {
          case NONE, REJECTED -> "NONE_REQUESTED";
          case REQUESTED -> "IN_PROGRESS";
          case COMPLETED -> "CANCELED";
        });
    var requests = status.putArray("cancelRequests");
    cancelCases.stream()
        .filter(one -> one.state() != CancelCase.State.WITHDRAWN)
        .forEach(one -> requests.add(request(one)));
    return status;
  }

  private static ObjectNode request(CancelCase one) {
    ObjectNode request = Json.object().put("cancelInitiator", one.by().name());
    request.put("cancelRequestId", one.cancelId());
    request.put("cancelRequestState", one.open() ? "REQUESTED" : one.state().name());
    request.put("cancelRequestedDate", time(one.asked()));
    if (one.state() == CancelCase.State.COMPLETED && one.decided() != null) {
      request.put("cancelCompletedDate", time(one.decided()));
    }
    return request.put("cancelReason", one.reason());
  }

  private static ObjectNode payments(SoldOrder order) {
    ObjectNode summary = Json.object();
    summary.set("totalDueSeller", Json.tree(order.total()));
    var refunds = summary.putArray("refunds");
    order.after().refunds().forEach(refund -> refunds.add(refund(refund, refund.amount())));
    ObjectNode payment = summary.putArray("payments").addObject();
    payment.put("paymentMethod", "EBAY");
    payment.put("paymentReferenceId", "P" + order.orderId().replace("-", ""));
    payment.put("paymentStatus", order.payment() == Payment.PENDING ? "PENDING" : "PAID");
    payment.set("amount", Json.tree(order.total()));
    if (order.payment() != Payment.PENDING) {
      payment.put("paymentDate", time(order.created()));
    }
    return summary;
  }

  private static ObjectNode refund(AfterSale.Refund refund, Amount amount) {
    ObjectNode shown = Json.object().put("refundDate", time(refund.asked()));
    shown.put("refundId", refund.refundId()).put("refundStatus", refund.status().name());
    return shown.set("amount", Json.tree(amount));
  }

  private static void refunds(ObjectNode shown, SoldOrder order, Line line) {
    var refunds = shown.putArray("refunds");
    for (AfterSale.Refund refund : order.after().refunds()) {
      refund.parts().stream()
          .filter(part -> part.lineItemId().equals(line.lineItemId()))
          .forEach(part -> refunds.add(refund(refund, part.amount())));
    }
  }

  private static ObjectNode instructions(SoldOrder order) {
    ObjectNode instructions = Json.object().put("fulfillmentInstructionsType", "SHIP_TO");
    instructions.put("ebaySupportedFulfillment", false);
    instructions.put("minEstimatedDeliveryDate", day(order, 2));
    instructions.put("maxEstimatedDeliveryDate", day(order, 4));
    ObjectNode step = instructions.putObject("shippingStep");
    step.put("shippingServiceCode", "DE_StandardDispatch");
    ObjectNode to = step.putObject("shipTo");
    Buyer buyer = order.buyer();
    to.put("fullName", buyer.fullName()).put("email", buyer.email());
    if (buyer.phone() != null) {
      to.putObject("primaryPhone").put("phoneNumber", buyer.phone());
    }
    ObjectNode address = to.putObject("contactAddress");
    address.put("addressLine1", buyer.addressLine1()).put("city", buyer.city());
    address.put("postalCode", buyer.postalCode()).put("countryCode", buyer.country());
    return instructions;
  }

  private static ObjectNode line(SoldOrder order, Line line) {
    ObjectNode shown = Json.object();
    shown.put("lineItemId", line.lineItemId()).put("legacyItemId", line.listingId());
    shown.put("sku", line.sku()).put("title", line.title());
    shown.put("quantity", line.quantity()).put("soldFormat", "FIXED_PRICE");
    shown.put("listingMarketplaceId", order.marketplaceId());
    shown.put("purchaseMarketplaceId", order.marketplaceId());
    shown.put("lineItemFulfillmentStatus", order.fulfillmentOf(line));
    shown.set("lineItemCost", Json.tree(line.cost()));
    boolean first = line.equals(order.lines().get(0)); // eBay puts the delivery on the lines
    Amount none = new Amount("0.00", line.unitPrice().currency());
    Amount delivery = first ? order.delivery() : none;
    shown.putObject("deliveryCost").set("shippingCost", Json.tree(delivery));
    shown.set("total", Json.tree(order.totalOf(line)));
    refunds(shown, order, line);
    shown.putArray("appliedPromotions");
    shown.putArray("taxes");
    shown.putObject("properties").put("buyerProtection", true);
    ObjectNode due = shown.putObject("lineItemFulfillmentInstructions");
    due.put("shipByDate", day(order, 1)).put("guaranteedDelivery", false);
    return shown;
  }

  private static String day(SoldOrder order, int days) {
    return time(order.created().plus(Duration.ofDays(days)));
  }

  /** A moment with three decimals, as eBay always writes it. */
  static String time(Instant instant) {
    return new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT).format(instant);
  }
}
