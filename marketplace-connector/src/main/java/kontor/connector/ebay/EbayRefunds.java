package kontor.connector.ebay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Progress;
import kontor.connector.channel.Refund;
import kontor.contracts.Money;
import tools.jackson.databind.JsonNode;

/**
 * Pays back. eBay has no key against repetition and does not show our number again, and two refunds
 * may be for the same amount. So the first step only notes which refunds there are, in the ticket;
 * whoever comes with that ticket pays back unless one of our amount has come since.
 */
final class EbayRefunds {

  private static final int DONE_ALREADY = 34917;
  private static final int IN_PROGRESS = 34922;
  private static final int NOT_PAID_YET = 34929;
  private static final String AFTER = "after:";
  private static final String ID = "id:";
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final EbayClient client;

  EbayRefunds(EbayClient client) {
    this.client = client;
  }

  Progress refund(String externalId, Refund refund, Optional<String> ticket) {
    client.checkSigner();
    JsonNode order = client.get(EbayOrderPages.path(externalId)).body();
    List<JsonNode> known = order.at("/paymentSummary/refunds").valueStream().toList();
    String before = ticket.orElse("");
    if (before.startsWith(ID)) {
      return follow(known, before);
    }
    if (!before.startsWith(AFTER)) {
      String ids = known.stream().map(EbayRefunds::id).collect(Collectors.joining(","));
      return new Progress.Working(AFTER + ids);
    }
    Set<String> old = Set.copyOf(List.of(before.substring(AFTER.length()).split(",")));
    return known.stream()
        .filter(one -> !old.contains(id(one)) && !status(one).equals("FAILED"))
        .filter(one -> EbayOrders.money(one.path("amount")).equals(refund.total()))
        .findFirst()
        .map(ours -> progress(ours, ID + id(ours)))
        .orElseGet(() -> ask(externalId, refund, before));
  }

  private static Progress follow(List<JsonNode> known, String ticket) {
    return known.stream()
        .filter(one -> ticket.equals(ID + id(one)))
        .findFirst()
        .map(ours -> progress(ours, ticket))
        .orElseGet(() -> new Progress.Working(ticket));
  }

  private static Progress progress(JsonNode refund, String ticket) {
    return switch (status(refund)) {
      case "REFUNDED" -> new Progress.Done();
      case "FAILED" -> throw refused("eBay could not pay back, see Seller Hub: " + ticket);
      default -> new Progress.Working(ticket);
    };
  }

  private Progress ask(String externalId, Refund refund, String ticket) {
    String path = EbayOrderPages.path(externalId) + "/issue_refund";
    EbayClient.Answer answer = client.trySigned(path, document(refund));
    if (answer.status() / 100 == 2) {
      return new Progress.Working(ID + answer.body().path("refundId").asString());
    }
    int error = EbayClient.errorId(answer.body());
    String text = EbayClient.describe(answer.body());
    return switch (error) {
      case DONE_ALREADY -> new Progress.Done();
      case IN_PROGRESS -> new Progress.Working(ticket);
      case NOT_PAID_YET -> throw new ChannelException(Kind.RETRY, text, PAUSE, null);
      default -> throw refused("eBay does not pay back: " + text);
    };
  }

  /** By line where it is for lines only; eBay has no amount of its own for the delivery. */
  private static Object document(Refund refund) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("reasonForRefund", reason(refund.reason()));
    document.put("comment", refund.id());
    boolean byLine = !refund.lines().isEmpty() && refund.shipping().minor() == 0;
    if (byLine) {
      document.put(
          "refundItems",
          refund.lines().stream()
              .map(l -> Map.of("lineItemId", l.externalLineId(), "refundAmount", money(l.amount())))
              .toList());
    } else {
      document.put("orderLevelRefundAmount", money(refund.total()));
    }
    return document;
  }

  private static String reason(Refund.Reason reason) {
    return switch (reason) {
      case CANCELLED -> "SELLER_CANCEL";
      case RETURNED -> "BUYER_RETURN";
      case NOT_DELIVERED -> "ITEM_NOT_RECEIVED";
      case GOODWILL -> "OTHER_ADJUSTMENT";
    };
  }

  private static Map<String, String> money(Money money) {
    return Map.of("value", money.amount(), "currency", money.currency().getCurrencyCode());
  }

  private static String id(JsonNode refund) {
    return refund.path("refundId").asString("");
  }

  private static String status(JsonNode refund) {
    return refund.path("refundStatus").asString("");
  }

  private static ChannelException refused(String why) {
    return new ChannelException(Kind.REFUSED, why, Duration.ZERO, null);
  }
}
