package kontor.sandbox.amazon.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Moments;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.amazon.gate.Refusal;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.http.Response;

/**
 * confirmShipment (model {@code ordersV0}): the seller tells of a parcel. The same reference again
 * changes the parcel. The words of the errors are those that sellers report.
 */
public final class ShipmentCall {

  private static final String PATH = "/orders/v0/orders/{orderId}/shipmentConfirmation";

  private final Orders orders;
  private final Surroundings around;

  public ShipmentCall(Orders orders, Surroundings around) {
    this.orders = orders;
    this.around = around;
  }

  /** The operation. */
  public List<Operation> operations() {
    return List.of(Operation.of("confirmShipment", "POST", PATH, this::confirm));
  }

  private Response confirm(Call call) {
    AmazonOrder order =
        orders
            .find(call.variable("orderId"))
            .filter(found -> found.sellerId().equals(call.sellerId()))
            .orElseThrow(() -> Problem.INVALID_INPUT.say("AmazonOrderId is invalid."));
    if (!order.marketplaceId().equals(call.body().path("marketplaceId").asText())) {
      throw Problem.INVALID_INPUT.say("MarketplaceId is invalid for this order.");
    }
    AmazonOrder.Parcel parcel = parcel(call.body().path("packageDetail"));
    check(order, parcel);
    AmazonOrder changed = order.parcel(parcel, around.now());
    orders.keep(changed, "OrderStatusChange", "Order Status Change");
    return Response.empty(204);
  }

  private AmazonOrder.Parcel parcel(JsonNode detail) {
    String reference = detail.path("packageReferenceId").asText();
    if (!reference.matches("[1-9][0-9]{0,18}")) {
      throw Problem.INVALID_INPUT.say(
          "PackageReferenceId: is invalid, must be a positive numeric value.");
    }
    String carrier = detail.path("carrierCode").asText();
    if (carrier.equals("Other")) {
      carrier = detail.path("carrierName").asText();
      if (carrier.isBlank()) {
        throw Problem.INVALID_INPUT.say("CarrierName is required when CarrierCode is Other.");
      }
    }
    Instant shipped = Moments.read("packageDetail.shipDate", detail.path("shipDate").asText());
    List<AmazonOrder.Part> parts = new ArrayList<>();
    detail.path("orderItems").forEach(item -> parts.add(part(item)));
    String tracking = detail.path("trackingNumber").asText();
    return new AmazonOrder.Parcel(reference, carrier, tracking, shipped, around.now(), parts);
  }

  private static AmazonOrder.Part part(JsonNode item) {
    return new AmazonOrder.Part(item.path("orderItemId").asText(), item.path("quantity").asInt());
  }

  private void check(AmazonOrder order, AmazonOrder.Parcel parcel) {
    if (order.byAmazon() || order.status().equals("PENDING") || order.cancelled()) {
      String state = order.byAmazon() ? "fulfilled by Amazon" : order.status();
      throw Problem.INVALID_INPUT.say("The order can't be shipped by the seller: " + state);
    }
    if (parcel.shipped().isAfter(around.now().plus(Duration.ofHours(1)))
        || parcel.shipped().isBefore(order.created().minus(Duration.ofDays(1)))) {
      throw Problem.INVALID_INPUT.say("ShipDate is invalid.");
    }
    AmazonOrder before =
        order.parcel(
            new AmazonOrder.Parcel(
                parcel.reference(), "", "", parcel.shipped(), parcel.confirmed(), List.of()),
            order.updated());
    for (AmazonOrder.Part part : parcel.parts()) {
      Line line = order.line(part.orderItemId()).orElseThrow(ShipmentCall::unknownItem);
      int left = line.open() - before.shippedOf(part.orderItemId());
      if (left == 0) {
        throw Problem.INVALID_INPUT.say(
            "Failed to create package due to not finding a matching package or order already"
                + " fulfilled. (errorMetric=PackageToUpdateNotFound)");
      }
      if (parcel.of(part.orderItemId()) > left) {
        throw Problem.INVALID_INPUT.say(
            "Quantity of " + part.orderItemId() + " is more than " + left);
      }
    }
  }

  private static Refusal unknownItem() {
    return Problem.INVALID_INPUT.say(
        "OrderItemId is invalid, please obtain the value through the getOrderItems API or Manage"
            + " Orders page");
  }
}
