package kontor.connector.ebay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.connector.channel.Percent;
import kontor.connector.channel.ReturnReports.Line;
import kontor.connector.channel.ReturnReports.ReportedReturn;
import kontor.contracts.Quantity;
import tools.jackson.databind.JsonNode;

/**
 * Reads what buyers send back. The Post-Order API selects by when a return was opened, and names
 * the line by listing and transaction; the order tells which line that is.
 */
final class EbayReturns {

  private static final String SEARCH = "/post-order/v2/return/search";
  private static final int PAGE = 100;

  private final EbayClient client;

  EbayReturns(EbayClient client) {
    this.client = client;
  }

  List<ReportedReturn> opened(Instant from, Instant to) {
    List<ReportedReturn> all = new ArrayList<>();
    JsonNode page = page(from, to, 0);
    while (!page.isEmpty()) {
      page.forEach(one -> all.add(reported(one)));
      page = page.size() < PAGE ? client.json().createArrayNode() : page(from, to, all.size());
    }
    return all;
  }

  private JsonNode page(Instant from, Instant to, int offset) {
    String window =
        "?creation_date_range_from="
            + Percent.encode(EbayOrderPages.time(from))
            + "&creation_date_range_to="
            + Percent.encode(EbayOrderPages.time(to));
    return client
        .get(SEARCH + window + "&limit=" + PAGE + "&offset=" + offset)
        .body()
        .path("members");
  }

  private ReportedReturn reported(JsonNode one) {
    JsonNode creation = one.path("creationInfo");
    JsonNode item = creation.path("item");
    String order = one.path("orderId").asString("");
    Quantity quantity = new Quantity(item.path("returnQuantity").asInt(1));
    return new ReportedReturn(
        one.path("returnId").asString(""),
        order,
        List.of(new Line(line(order, item), quantity)),
        creation.path("reason").asString(""),
        Instant.parse(creation.at("/creationDate/value").asString()));
  }

  /** The transaction, where the order has a line of that name; else the line of the listing. */
  private String line(String order, JsonNode item) {
    String transaction = item.path("transactionId").asString("");
    List<JsonNode> lines =
        client
            .find(EbayOrderPages.path(order))
            .map(known -> known.body().path("lineItems").valueStream().toList())
            .orElse(List.of());
    boolean direct =
        lines.stream().anyMatch(l -> l.path("lineItemId").asString("").equals(transaction));
    if (direct) {
      return transaction;
    }
    String listing = item.path("itemId").asString("");
    return lines.stream()
        .filter(l -> l.path("legacyItemId").asString("").equals(listing))
        .map(l -> l.path("lineItemId").asString(""))
        .findFirst()
        .orElse(transaction);
  }
}
