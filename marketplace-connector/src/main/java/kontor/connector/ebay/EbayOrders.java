package kontor.connector.ebay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.OrderPage.Unreadable;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.channel.ReportedOrder.State;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import tools.jackson.databind.JsonNode;

/** eBay's orders in our words. One that cannot be read does not hold up the others. */
final class EbayOrders {

  OrderPage page(JsonNode reported, Optional<String> next) {
    List<ReportedOrder> orders = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (JsonNode order : reported) {
      String id = order.path("orderId").asString("");
      try {
        orders.add(order(id, order));
      } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
        unreadable.add(new Unreadable(id, String.valueOf(e.getMessage())));
      }
    }
    return new OrderPage(orders, unreadable, next);
  }

  private static ReportedOrder order(String id, JsonNode order) {
    List<MarketplaceLine> lines = new ArrayList<>();
    for (JsonNode line : order.path("lineItems")) {
      lines.add(line(line));
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("the order has no lines");
    }
    State state = state(order);
    JsonNode shipTo = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
    return new ReportedOrder(
        id,
        state,
        Instant.parse(order.path("creationDate").asString()),
        Instant.parse(order.path("lastModifiedDate").asString()),
        new CountryCode(shipTo.at("/contactAddress/countryCode").asString("")),
        lines,
        money(order.at("/pricingSummary/deliveryCost")),
        money(order.at("/pricingSummary/total")),
        buyer(order.at("/buyer/username").asString(""), shipTo),
        false,
        EbayAfterwards.of(order, state == State.CANCELLED));
  }

  private static MarketplaceLine line(JsonNode line) {
    if (!line.hasNonNull("sku")) {
      throw new IllegalArgumentException(
          "line " + line.path("lineItemId").asString("?") + " has no SKU");
    }
    return new MarketplaceLine(
        line.path("lineItemId").asString(),
        new Sku(line.path("sku").asString()),
        line.path("title").asString(""),
        new Quantity(line.path("quantity").asInt()),
        money(line.path("lineItemCost")));
  }

  /** An unknown word is not taken for a known one: a person has to look. */
  private static State state(JsonNode order) {
    if (order.at("/cancelStatus/cancelState").asString("").equals("CANCELED")) {
      return State.CANCELLED;
    }
    String payment = order.path("orderPaymentStatus").asString("");
    return switch (payment) {
      case "PENDING" -> State.WAITING;
      case "PAID", "PARTIALLY_REFUNDED", "FULLY_REFUNDED" -> State.PAID;
      case "FAILED" -> State.CANCELLED;
      default -> throw new IllegalArgumentException("unknown payment status '" + payment + "'");
    };
  }

  private static Buyer buyer(String userName, JsonNode shipTo) {
    JsonNode address = shipTo.path("contactAddress");
    return new Buyer(
        userName,
        shipTo.path("fullName").asString(""),
        shipTo.path("email").asString(""),
        address.path("addressLine1").asString(""),
        address.path("postalCode").asString(""),
        address.path("city").asString(""),
        address.path("countryCode").asString(""));
  }

  static Money money(JsonNode amount) {
    return Money.of(amount.path("value").asString(""), amount.path("currency").asString(""));
  }
}
