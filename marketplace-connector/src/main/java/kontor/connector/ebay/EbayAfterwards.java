package kontor.connector.ebay;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.Afterwards.Request;
import kontor.contracts.Money;
import tools.jackson.databind.JsonNode;

/** What eBay says became of an order. */
final class EbayAfterwards {

  private EbayAfterwards() {}

  /**
   * @param cancelled whether the whole order has ended; eBay does not end parts of one
   */
  static Afterwards of(JsonNode order, boolean cancelled) {
    Map<String, Integer> units = new HashMap<>();
    if (cancelled) {
      order
          .path("lineItems")
          .forEach(
              line -> units.put(line.path("lineItemId").asString(), line.path("quantity").asInt()));
    }
    return new Afterwards(units, request(order.path("cancelStatus")), refunded(order));
  }

  /** A seller's own cancellation stands in the same list, and is no wish of the buyer. */
  private static Optional<Request> request(JsonNode status) {
    return status
        .path("cancelRequests")
        .valueStream()
        .filter(one -> one.path("cancelInitiator").asString("").equals("BUYER"))
        .filter(one -> one.path("cancelRequestState").asString("").equals("REQUESTED"))
        .filter(one -> status.path("cancelState").asString("").equals("IN_PROGRESS"))
        .findFirst()
        .map(
            one ->
                new Request(
                    one.path("cancelReason").asString(""),
                    Instant.parse(one.path("cancelRequestedDate").asString())));
  }

  private static Optional<Money> refunded(JsonNode order) {
    JsonNode refunds = order.at("/paymentSummary/refunds");
    if (!refunds.isArray()) {
      return Optional.empty();
    }
    JsonNode total = order.at("/pricingSummary/total");
    Money zero = Money.of("0", total.path("currency").asString(""));
    return Optional.of(
        refunds
            .valueStream()
            .filter(one -> one.path("refundStatus").asString("").equals("REFUNDED"))
            .map(one -> EbayOrders.money(one.path("amount")))
            .reduce(zero, Money::plus));
  }
}
