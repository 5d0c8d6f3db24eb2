package kontor.connector.ebay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kontor.connector.channel.FeeReports.ClosedSettlement;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.connector.channel.Percent;
import kontor.contracts.Money;
import tools.jackson.databind.JsonNode;

/**
 * Reads payouts and their transactions by eBay's Finances API (v1). A payout is what its
 * transactions add up to; one that failed or is under way is none yet.
 */
final class EbayPayouts {

  private static final String FINANCES = "/sell/finances/v1";
  private static final int MOST_PAYOUTS = 200;
  private static final int MOST_TRANSACTIONS = 1_000;

  private final EbayClient client;

  /**
   * @param client of the host that the Finances API has for itself
   */
  EbayPayouts(EbayClient client) {
    this.client = client;
  }

  List<ClosedSettlement> closedSince(Instant since) {
    String window = "payoutDate:[" + EbayOrderPages.time(since) + "..]";
    List<ClosedSettlement> closed = new ArrayList<>();
    all(
        "payout",
        window,
        MOST_PAYOUTS,
        one -> {
          if (one.path("payoutStatus").asString("").equals("SUCCEEDED")) {
            closed.add(new ClosedSettlement(id(one), date(one, "payoutDate")));
          }
        });
    closed.sort(Comparator.comparing(ClosedSettlement::madeAt));
    return closed;
  }

  /**
   * A payout has no beginning at eBay: it is the moment of its first transaction.
   *
   * @throws IllegalArgumentException if there is nothing of it
   */
  Settlement read(String payout) {
    JsonNode head = client.getSigned(FINANCES + "/payout/" + Percent.encode(payout)).body();
    Instant paid = date(head, "payoutDate");
    List<SettledAmount> movements = new ArrayList<>();
    all(
        "transaction",
        "payoutId:{" + payout + "}",
        MOST_TRANSACTIONS,
        one -> movements.addAll(new EbayTransaction(one).movements()));
    if (movements.isEmpty()) {
      throw new IllegalArgumentException("payout " + payout + " has no transactions");
    }
    Instant first =
        movements.stream().map(SettledAmount::at).min(Comparator.naturalOrder()).orElse(paid);
    Money amount = EbayOrders.money(head.path("amount"));
    return new Settlement(payout, first, paid, paid, amount, movements);
  }

  private void all(String what, String filter, int page, Consumer<JsonNode> each) {
    Optional<Integer> offset = Optional.of(0);
    while (offset.isPresent()) {
      int from = offset.get();
      JsonNode answer =
          client
              .getSigned(
                  "%s/%s?filter=%s&limit=%d&offset=%d"
                      .formatted(FINANCES, what, Percent.encode(filter), page, from))
              .body();
      JsonNode items = answer.path(what + "s");
      items.forEach(each);
      boolean more = answer.hasNonNull("next") && !items.isEmpty();
      offset = more ? Optional.of(from + items.size()) : Optional.empty();
    }
  }

  private static String id(JsonNode payout) {
    return payout.path("payoutId").asString();
  }

  private static Instant date(JsonNode document, String field) {
    return Instant.parse(document.path(field).asString());
  }
}
