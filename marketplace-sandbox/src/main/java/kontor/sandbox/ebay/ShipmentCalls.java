package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.SoldOrder.Line;
import kontor.sandbox.ebay.SoldOrder.Part;
import kontor.sandbox.ebay.SoldOrder.Shipment;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Store;

/**
 * The calls on parcels. There is no key against repetition: who got no answer reads the parcels
 * back before trying again.
 */
final class ShipmentCalls {

  private final Body body = Body.of("shippingFulfillment", Problem.INVALID_INPUT);
  private final Orders orders;
  private final OrderCalls finder;
  private final Store store;

  ShipmentCalls(Orders orders, OrderCalls finder, Store store) {
    this.orders = orders;
    this.finder = finder;
    this.store = store;
  }

  /** POST /order/{orderId}/shipping_fulfillment: the id is in the Location header only. */
  Response create(Request request) {
    SoldOrder order = finder.find(request);
    ObjectNode told = body.read(request);
    if (!order.toBeShipped() || orders.cancelling(order)) {
      throw Problem.INVALID_INPUT.refuse("the order is not to be shipped");
    }
    Shipment shipment = shipment(order, told);
    orders.ship(order, shipment);
    String host = request.header("Host").orElse("localhost");
    String path = "/ebay/sell/fulfillment/v1/order/" + order.orderId() + "/shipping_fulfillment/";
    return Response.empty(201).with("Location", "http://" + host + path + shipment.fulfillmentId());
  }

  private Shipment shipment(SoldOrder order, ObjectNode told) {
    boolean carrier = told.has("shippingCarrierCode");
    if (carrier != told.has("trackingNumber")) {
      throw Problem.TRACKING.refuse("carrier and tracking number go together");
    }
    String number = carrier ? told.get("trackingNumber").asText() : null;
    String by = carrier ? told.get("shippingCarrierCode").asText() : null;
    if (number != null) {
      checkNew(order, number);
    }
    List<Part> parts = parts(order, told.get("lineItems"));
    Instant shipped = shipped(order, told.path("shippedDate"));
    String id = Long.toString(9_400_000_000_000L + store.next("ebay-fulfillment"));
    return new Shipment(id, shipped, by, number, parts);
  }

  private static void checkNew(SoldOrder order, String number) {
    if (order.shipments().stream().anyMatch(s -> number.equals(s.trackingNumber()))) {
      throw Problem.SHIPPED_ALREADY.refuse(number, "trackingNumber", number);
    }
  }

  private Instant shipped(SoldOrder order, JsonNode date) {
    if (date.isMissingNode()) {
      return orders.now();
    }
    try {
      Instant shipped = Instant.parse(date.asText());
      if (!shipped.isAfter(orders.now().plusSeconds(86_400))
          && !shipped.isBefore(order.created().minusSeconds(86_400))) {
        return shipped;
      }
    } catch (DateTimeException e) {
      // such as the 31st of February: refused below
    }
    throw Problem.SHIPPED_DATE.refuse(date.asText(), "shippedDate", date.asText());
  }

  private static List<Part> parts(SoldOrder order, JsonNode lineItems) {
    List<Part> parts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode item : lineItems) {
      String id = item.get("lineItemId").asText();
      Line line = line(order, id);
      if (!seen.add(id)) {
        throw Problem.LINE_ITEM_TWICE.refuse(id, "lineItemId", id);
      }
      int open = line.quantity() - order.shippedOf(id);
      int quantity = item.path("quantity").asInt(line.quantity());
      if (quantity > open) {
        String detail = quantity + " of line " + id + ", where " + open + " are left to ship";
        throw Problem.INVALID_INPUT.refuse(detail, "quantity", Integer.toString(quantity));
      }
      parts.add(new Part(id, quantity));
    }
    return parts;
  }

  private static Line line(SoldOrder order, String id) {
    return order.lines().stream()
        .filter(line -> line.lineItemId().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.LINE_ITEM.refuse(id, "lineItemId", id));
  }

  /** GET /order/{orderId}/shipping_fulfillment. */
  Response list(Request request) {
    List<ObjectNode> all = finder.find(request).shipments().stream().map(this::show).toList();
    ObjectNode answer = Json.object().put("total", all.size());
    all.forEach(answer.putArray("fulfillments")::add);
    return Response.json(200, answer);
  }

  /** GET /order/{orderId}/shipping_fulfillment/{fulfillmentId}. */
  Response get(Request request) {
    String id = request.variable("fulfillmentId");
    return finder.find(request).shipments().stream()
        .filter(shipment -> shipment.fulfillmentId().equals(id))
        .findFirst()
        .map(shipment -> Response.json(200, show(shipment)))
        .orElseThrow(() -> Problem.NO_SUCH_FULFILLMENT.refuse(id, "fulfillmentId", id));
  }

  private ObjectNode show(Shipment shipment) {
    ObjectNode shown = Json.object().put("fulfillmentId", shipment.fulfillmentId());
    shown.put("shippedDate", OrderDocument.time(shipment.shipped()));
    if (shipment.trackingNumber() != null) {
      shown.put("shipmentTrackingNumber", shipment.trackingNumber());
      shown.put("shippingCarrierCode", shipment.carrier());
    }
    shown.set("lineItems", Json.tree(shipment.parts()));
    return shown;
  }
}
