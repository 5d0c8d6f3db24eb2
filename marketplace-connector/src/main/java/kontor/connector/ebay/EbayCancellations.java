package kontor.connector.ebay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Cancellation;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Percent;
import kontor.connector.channel.Progress;
import tools.jackson.databind.JsonNode;

/**
 * Ends orders by the Post-Order API: whole ones only. A buyer's open wish is granted; otherwise we
 * ask ourselves. An order has one open cancellation at most, so looking for it makes repeating
 * harmless.
 */
final class EbayCancellations {

  private static final String CANCELLATION = "/post-order/v2/cancellation";

  private final EbayClient client;

  EbayCancellations(EbayClient client) {
    this.client = client;
  }

  Progress cancel(String externalId, Cancellation cancellation, Optional<String> ticket) {
    if (!cancellation.whole()) {
      throw refused("eBay cancels whole orders only: pay the buyer back for the part");
    }
    JsonNode order = client.get(EbayOrderPages.path(externalId)).body();
    if (order.at("/cancelStatus/cancelState").asString("").equals("CANCELED")) {
      return new Progress.Done();
    }
    String legacyId = order.path("legacyOrderId").asString(externalId);
    Optional<JsonNode> open = open(legacyId);
    if (open.isPresent()) {
      return goOn(open.get());
    }
    if (ticket.isPresent()) {
      throw refused("eBay has closed the cancellation " + ticket.get() + " and kept the order");
    }
    JsonNode made = client.postSigned(CANCELLATION, document(legacyId, cancellation, order)).body();
    return new Progress.Working(made.path("cancelId").asString());
  }

  private Optional<JsonNode> open(String legacyId) {
    return client
        .get(CANCELLATION + "/search?legacy_order_id=" + Percent.encode(legacyId))
        .body()
        .path("cancellations")
        .valueStream()
        .filter(one -> !one.path("cancelState").asString("").startsWith("CLOSED"))
        .findFirst();
  }

  private Progress goOn(JsonNode open) {
    String id = open.path("cancelId").asString();
    boolean buyers = open.path("requestorType").asString("").equals("BUYER");
    if (buyers && open.path("cancelStatus").asString("").equals("CANCEL_REQUESTED")) {
      client.postSigned(CANCELLATION + "/" + Percent.encode(id) + "/approve", Map.of());
    }
    return new Progress.Working(id);
  }

  private static Object document(String legacyId, Cancellation cancellation, JsonNode order) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("legacyOrderId", legacyId);
    document.put("cancelReason", reason(cancellation.reason()));
    JsonNode paid = order.at("/paymentSummary/payments/0/paymentDate");
    boolean pending = order.path("orderPaymentStatus").asString("").equals("PENDING");
    document.put("buyerPaid", !pending);
    if (!pending && paid.isString()) {
      document.put("buyerPaidDate", Map.of("value", paid.asString()));
    }
    return document;
  }

  private static String reason(Cancellation.Reason reason) {
    return switch (reason) {
      case BUYER -> "BUYER_ASKED_CANCEL";
      case ADDRESS -> "ADDRESS_ISSUES";
      case NO_STOCK, OTHER -> "OUT_OF_STOCK_OR_CANNOT_FULFILL";
    };
  }

  private static ChannelException refused(String why) {
    return new ChannelException(Kind.REFUSED, why, Duration.ZERO, null);
  }
}
