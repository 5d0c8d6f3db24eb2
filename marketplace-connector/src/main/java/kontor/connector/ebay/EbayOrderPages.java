package kontor.connector.ebay;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Percent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Reads orders. The list leaves out what buyers want to cancel, so an order with such a wish is
 * read by itself as well.
 */
final class EbayOrderPages {

  static final String ORDERS = "/sell/fulfillment/v1/order";
  private static final int PAGE = 200;
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final EbayClient client;
  private final EbayOrders orders = new EbayOrders();

  EbayOrderPages(EbayClient client) {
    this.client = client;
  }

  static String path(String externalId) {
    return ORDERS + "/" + Percent.encode(externalId);
  }

  OrderPage page(Instant from, Instant to, Optional<String> cursor) {
    String window = "lastmodifieddate:[" + time(from) + ".." + time(to) + "]";
    String offset = cursor.orElse("0");
    String query = "?filter=" + Percent.encode(window) + "&limit=" + PAGE + "&offset=" + offset;
    JsonNode page = client.get(ORDERS + query).body();
    boolean more = page.hasNonNull("next") && !page.path("orders").isEmpty();
    Optional<String> next =
        more ? Optional.of(Integer.toString(Integer.parseInt(offset) + PAGE)) : Optional.empty();
    return orders.page(whole(page.path("orders")), next);
  }

  OrderPage single(String externalId) {
    return client
        .find(path(externalId))
        .map(known -> client.json().createArrayNode().add(known.body()))
        .map(known -> orders.page(known, Optional.empty()))
        .orElseGet(() -> new OrderPage(List.of(), List.of(), Optional.empty()));
  }

  private ArrayNode whole(JsonNode listed) {
    ArrayNode whole = client.json().createArrayNode();
    for (JsonNode order : listed) {
      boolean asked = order.at("/cancelStatus/cancelState").asString("").equals("IN_PROGRESS");
      whole.add(asked ? client.get(path(order.path("orderId").asString())).body() : order);
    }
    return whole;
  }

  /** With three decimals, as eBay writes it. */
  static String time(Instant moment) {
    return MILLISECONDS.format(moment.truncatedTo(ChronoUnit.MILLIS));
  }
}
