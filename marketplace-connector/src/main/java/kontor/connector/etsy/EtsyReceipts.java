package kontor.connector.etsy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Percent;
import kontor.connector.channel.Shipment;
import tools.jackson.databind.JsonNode;

/**
 * A shop's receipts. What changed is read by the time of the change; since money paid back does not
 * move that time, and a cancellation not always, all receipts that are open are read once a day
 * besides.
 */
final class EtsyReceipts {

  private static final int PAGE = 100;
  private static final String OPEN = "open";

  private final EtsyClient client;
  private final EtsyOrders orders = new EtsyOrders();
  private final String path;
  private final Duration openEvery;
  private final Clock clock;
  private Instant openRead = Instant.EPOCH;

  EtsyReceipts(EtsyClient client, Account account, Duration openEvery, Clock clock) {
    this.client = client;
    this.path = "/shops/" + account.setting(EtsyFields.SHOP) + "/receipts";
    this.openEvery = openEvery;
    this.clock = clock;
  }

  /**
   * A page goes on from the second of the last change on the page before, not from a place in the
   * list: a receipt that changes meanwhile leaves the list, and the others move up.
   *
   * @param cursor that second, a colon, and how many receipts of it were read; or {@code open}, a
   *     colon, and how many open ones were read
   */
  synchronized OrderPage page(Instant from, Instant to, Optional<String> cursor) {
    String[] at = cursor.orElse(from.getEpochSecond() + ":0").split(":");
    int offset = Integer.parseInt(at[1]);
    if (at[0].equals(OPEN)) {
      return open(offset);
    }
    long since = Long.parseLong(at[0]);
    String window =
        "&sort_on=updated&min_last_modified=" + since + "&max_last_modified=" + to.getEpochSecond();
    JsonNode page = page(window, offset);
    if (page.size() >= PAGE) {
      long last = page.get(page.size() - 1).path("updated_timestamp").asLong();
      String next = last > since ? last + ":0" : since + ":" + (offset + PAGE);
      return orders.page(page, Optional.of(next));
    }
    boolean due = !clock.instant().isBefore(openRead.plus(openEvery));
    return orders.page(page, due ? Optional.of(OPEN + ":0") : Optional.empty());
  }

  private OrderPage open(int offset) {
    JsonNode page = page("&sort_on=created&was_paid=true&was_shipped=false", offset);
    if (page.size() >= PAGE) {
      return orders.page(page, Optional.of(OPEN + ":" + (offset + PAGE)));
    }
    openRead = clock.instant();
    return orders.page(page, Optional.empty());
  }

  private JsonNode page(String which, int offset) {
    return client
        .get(path + "?sort_order=asc&limit=" + PAGE + "&offset=" + offset + which)
        .path("results");
  }

  OrderPage order(String externalId) {
    return orders.page(receipt(externalId).stream().toList(), Optional.empty());
  }

  private Optional<JsonNode> receipt(String externalId) {
    return client.find(path + "/" + Percent.encode(externalId));
  }

  /** Without a tracking number a receipt is told to be shipped once. */
  Optional<String> shipment(String externalId, Shipment shipment) {
    return receipt(externalId).flatMap(receipt -> shipment(receipt, externalId, shipment));
  }

  private static Optional<String> shipment(JsonNode receipt, String id, Shipment shipment) {
    String number = shipment.trackingNumber();
    for (JsonNode told : receipt.path("shipments")) {
      if (number == null || number.equals(told.path("tracking_code").asString(""))) {
        return Optional.of(told.path("receipt_shipping_id").asString(id));
      }
    }
    boolean shipped = number == null && receipt.path("is_shipped").asBoolean(false);
    return shipped ? Optional.of(id) : Optional.empty();
  }

  String confirm(String externalId, Shipment shipment) {
    Map<String, String> form = new LinkedHashMap<>();
    String number = shipment.trackingNumber();
    if (number != null) {
      form.put("tracking_code", number);
      form.put("carrier_name", shipment.carrier());
    }
    JsonNode receipt =
        client.form("POST", path + "/" + Percent.encode(externalId) + "/tracking", form);
    return shipment(receipt, externalId, shipment).orElse(externalId);
  }
}
