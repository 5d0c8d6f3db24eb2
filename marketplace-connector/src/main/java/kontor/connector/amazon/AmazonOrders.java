package kontor.connector.amazon;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.OrderPage.Unreadable;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.channel.ReportedOrder.State;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import tools.jackson.databind.JsonNode;

/**
 * Amazon's orders (Orders 2026-01-01) in our words. One that cannot be read does not hold up the
 * others.
 */
final class AmazonOrders {

  private final CountryCode country;
  private final Currency currency;

  /**
   * @param country of an order that does not say where it goes
   * @param currency of an order that does not say what it costs
   */
  AmazonOrders(CountryCode country, Currency currency) {
    this.country = country;
    this.currency = currency;
  }

  OrderPage page(JsonNode reported, Optional<String> next) {
    List<ReportedOrder> orders = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (JsonNode order : reported) {
      String id = order.path("orderId").asString("");
      try {
        orders.add(order(id, order));
      } catch (IllegalArgumentException | DateTimeException e) {
        unreadable.add(new Unreadable(id, String.valueOf(e.getMessage())));
      }
    }
    return new OrderPage(orders, unreadable, next);
  }

  private ReportedOrder order(String id, JsonNode order) {
    State state = state(order.path("fulfillment"));
    List<AmazonItem> items = new ArrayList<>();
    order.path("orderItems").forEach(item -> items.add(new AmazonItem(item, currency(order))));
    Money shipping = sum(order, items, AmazonItem::shipping);
    Money sum = shipping.plus(sum(order, items, AmazonItem::goods));
    Money withTax = sum.plus(sum(order, items, AmazonItem::tax));
    JsonNode grand = order.at("/proceeds/grandTotal");
    Money total = grand.isMissingNode() ? sum : AmazonItem.money(grand);
    if (state == State.PAID && !total.equals(sum) && !total.equals(withTax)) {
      throw new IllegalArgumentException(
          "lines and shipping are " + sum + ", with tax " + withTax + ", the order " + total);
    }
    boolean taxOnTop = !total.equals(sum);
    List<MarketplaceLine> lines = items.stream().map(item -> item.line(taxOnTop)).toList();
    JsonNode address = order.at("/recipient/deliveryAddress");
    String to = address.path("countryCode").asString("");
    return new ReportedOrder(
        id,
        state,
        Instant.parse(order.path("createdTime").asString()),
        Instant.parse(order.path("lastUpdatedTime").asString()),
        to.isEmpty() ? country : new CountryCode(to),
        lines,
        shipping,
        total.plus(sum(order, items, AmazonItem::cancelledWorth)),
        buyer(order, address),
        order.at("/fulfillment/fulfilledBy").asString("").equals("AMAZON"),
        afterwards(order, items));
  }

  private static Afterwards afterwards(JsonNode order, List<AmazonItem> items) {
    Map<String, Integer> cancelled = new HashMap<>();
    items.stream()
        .filter(item -> item.cancelled() > 0)
        .forEach(item -> cancelled.put(item.id(), item.cancelled()));
    Instant at = Instant.parse(order.path("lastUpdatedTime").asString());
    Optional<Afterwards.Request> wish =
        items.stream()
            .flatMap(item -> item.cancelWish().stream())
            .findFirst()
            .map(reason -> new Afterwards.Request(reason, at));
    return new Afterwards(cancelled, wish, Optional.empty());
  }

  private Money sum(JsonNode order, List<AmazonItem> items, Function<AmazonItem, Money> part) {
    return items.stream().map(part).reduce(Money.zero(currency(order)), Money::plus);
  }

  /** An unknown word is not taken for a known one: a person has to look. */
  private static State state(JsonNode fulfillment) {
    String status = fulfillment.path("fulfillmentStatus").asString("");
    return switch (status) {
      case "PENDING_AVAILABILITY", "PENDING" -> State.WAITING;
      case "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED" -> State.PAID;
      case "CANCELLED" -> State.CANCELLED;
      default -> throw new IllegalArgumentException("unknown state '" + status + "'");
    };
  }

  private Currency currency(JsonNode order) {
    String code = order.at("/proceeds/grandTotal/currencyCode").asString("");
    return code.isEmpty() ? currency : Currency.getInstance(code);
  }

  private static Buyer buyer(JsonNode order, JsonNode address) {
    String email = order.at("/buyer/buyerEmail").asString("");
    return new Buyer(
        email.isEmpty() ? order.path("orderId").asString() : email,
        address.path("name").asString(""),
        email,
        address.path("addressLine1").asString(""),
        address.path("postalCode").asString(""),
        address.path("city").asString(""),
        address.path("countryCode").asString(""));
  }
}
