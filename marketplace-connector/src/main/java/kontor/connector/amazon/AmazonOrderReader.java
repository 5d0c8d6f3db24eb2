package kontor.connector.amazon;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Percent;
import tools.jackson.databind.JsonNode;

/** Reads an account's orders (Orders 2026-01-01). */
final class AmazonOrderReader {

  private static final String ORDERS = "/orders/2026-01-01/orders";
  private static final String PARTS = "BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES";
  private static final int PAGE = 100;

  private final AmazonClient client;
  private final Account account;
  private final AmazonOrders orders;

  AmazonOrderReader(AmazonClient client, Account account) {
    this.client = client;
    this.account = account;
    orders = new AmazonOrders(account.country(), Currency.getInstance("EUR"));
  }

  /** All pages are asked for with the same parameters: the token holds for them only. */
  OrderPage changed(Instant from, Instant to, Optional<String> cursor) {
    String path =
        ORDERS
            + "?lastUpdatedAfter="
            + time(from)
            + "&lastUpdatedBefore="
            + time(to)
            + "&marketplaceIds="
            + account.setting(AmazonFields.MARKETPLACE)
            + "&maxResultsPerPage="
            + PAGE
            + "&includedData="
            + PARTS
            + cursor.map(token -> "&paginationToken=" + Percent.encode(token)).orElse("");
    JsonNode page = client.get(AmazonLimits.SEARCH_ORDERS, path);
    String next = page.at("/pagination/nextToken").asString("");
    return orders.page(page.path("orders"), Optional.of(next).filter(token -> !token.isEmpty()));
  }

  /** Empty when Amazon does not know the order. */
  OrderPage page(String externalId) {
    return find(externalId)
        .map(order -> orders.page(client.json().createArrayNode().add(order), Optional.empty()))
        .orElseGet(() -> new OrderPage(List.of(), List.of(), Optional.empty()));
  }

  /** As Amazon shows it. */
  Optional<JsonNode> find(String externalId) {
    return client
        .find(
            AmazonLimits.GET_ORDER,
            ORDERS + "/" + Percent.encode(externalId) + "?includedData=" + PARTS)
        .map(answer -> answer.path("order"));
  }

  /**
   * As Amazon shows it.
   *
   * @throws kontor.connector.channel.ChannelException if it is not there any more
   */
  JsonNode known(String externalId) {
    return find(externalId)
        .orElseThrow(() -> AmazonOrderFeeds.refusal("Amazon does not know the order any more"));
  }

  private static String time(Instant moment) {
    return Percent.encode(moment.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
