package kontor.sandbox.amazon.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Buyer;

/** An order as Orders 2026-01-01 shows it, with the parts that were asked for. */
final class OrderDocument {

  private static final Duration TO_SHIP = Duration.ofDays(2);
  private static final Duration TO_DELIVER = Duration.ofDays(5);

  private OrderDocument() {}

  static ObjectNode show(AmazonOrder order, List<String> parts) {
    Marketplace place = Marketplace.of(order.marketplaceId());
    boolean open = order.paid() && !order.cancelled(); // else: no price, no person
    ObjectNode shown = Json.object().put("orderId", order.orderId());
    shown.put("createdTime", order.created().toString());
    shown.put("lastUpdatedTime", order.updated().toString());
    ObjectNode channel = shown.putObject("salesChannel").put("channelName", "AMAZON");
    channel.put("marketplaceId", place.id()).put("marketplaceName", place.name());
    if (open && parts.contains("BUYER")) {
      String mail = order.buyer().username() + "@marketplace.amazon.example";
      ObjectNode buyer = shown.putObject("buyer").put("buyerEmail", mail);
      buyer.put("buyerName", order.buyer().fullName());
    }
    if (open && parts.contains("RECIPIENT")) {
      shown.putObject("recipient").set("deliveryAddress", address(order));
    }
    if (open && parts.contains("PROCEEDS")) {
      shown.putObject("proceeds").set("grandTotal", Json.tree(order.total()));
    }
    if (parts.contains("FULFILLMENT")) {
      fulfillment(order, shown.putObject("fulfillment"));
    }
    ArrayNode items = shown.putArray("orderItems");
    order.lines().forEach(line -> items.add(ItemView.show(order, line, parts, open)));
    if (parts.contains("PACKAGES") && !order.byAmazon()) {
      ArrayNode packages = shown.putArray("packages");
      order.parcels().forEach(parcel -> parcel(parcel, packages.addObject()));
    }
    return shown;
  }

  private static ObjectNode address(AmazonOrder order) {
    Buyer buyer = order.buyer();
    ObjectNode address = Json.object();
    if (!order.byAmazon()) { // of what Amazon ships the seller learns the town only
      address.put("name", buyer.fullName()).put("addressLine1", buyer.addressLine1());
    }
    address.put("city", buyer.city()).put("postalCode", buyer.postalCode());
    address.put("countryCode", buyer.country());
    if (buyer.phone() != null && !order.byAmazon()) {
      address.put("phone", buyer.phone());
    }
    return address;
  }

  private static void fulfillment(AmazonOrder order, ObjectNode shown) {
    shown.put("fulfillmentStatus", order.status());
    shown.put("fulfilledBy", order.byAmazon() ? "AMAZON" : "MERCHANT");
    shown.put("fulfillmentServiceLevel", "STANDARD");
    window(shown.putObject("shipByWindow"), order.created(), TO_SHIP);
    window(shown.putObject("deliverByWindow"), order.created().plus(TO_SHIP), TO_DELIVER);
  }

  private static void window(ObjectNode window, Instant from, Duration length) {
    window.put("earliestDateTime", from.toString());
    window.put("latestDateTime", from.plus(length).toString());
  }

  private static void parcel(AmazonOrder.Parcel parcel, ObjectNode shown) {
    shown.put("packageReferenceId", parcel.reference());
    shown.put("createdTime", parcel.confirmed().toString());
    shown.putObject("packageStatus").put("status", "SHIPPED");
    shown.put("carrier", parcel.carrier()).put("shipTime", parcel.shipped().toString());
    shown.put("trackingNumber", parcel.trackingNumber());
    ArrayNode items = shown.putArray("packageItems");
    parcel.parts().forEach(part -> items.add(Json.tree(part)));
  }
}
