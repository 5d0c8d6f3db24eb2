package kontor.connector.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kontor.connector.amazon.AmazonOrderFeeds.Answer;
import kontor.connector.amazon.AmazonOrderFeeds.Outcome;
import kontor.connector.channel.Progress;
import kontor.connector.channel.Refund;
import kontor.contracts.Money;
import tools.jackson.databind.JsonNode;

/**
 * Pays back by a feed (POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA). An order does not show what was
 * paid back, so the file is brought to Amazon first and its name kept; then it is submitted. If
 * nobody knows whether that worked, a feed of the time since may be it: it is taken for it where
 * all others are known, otherwise a person has to look. Money is rather paid late than twice.
 */
final class AmazonRefunds {

  private static final String FEED = "feed:";
  private static final String DOCUMENT = "document:";

  /** Clocks differ. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final List<String> NAMES =
      List.of(
          "order-id",
          "order-item-id",
          "adjustment-reason-code",
          "currency",
          "item-price-adj",
          "shipping-price-adj");

  private final AmazonFiles files;
  private final AmazonOrderFeeds feeds;
  private final Clock clock;
  private final Instant opened;
  private final Set<String> known = new HashSet<>();

  AmazonRefunds(AmazonFiles files, Clock clock) {
    this.files = files;
    this.feeds = new AmazonOrderFeeds(files);
    this.clock = clock;
    this.opened = clock.instant();
  }

  /**
   * @param order as Amazon shows it now, if it has to be looked at
   */
  synchronized Progress refund(Supplier<JsonNode> order, Refund refund, Optional<String> ticket) {
    if (ticket.isEmpty()) {
      String document = feeds.upload(NAMES, rows(order.get(), refund));
      return new Progress.Working(DOCUMENT + clock.millis() + ":" + document);
    }
    if (ticket.get().startsWith(DOCUMENT)) {
      return submit(ticket.get().substring(DOCUMENT.length()));
    }
    String feed = ticket.get().substring(FEED.length());
    known.add(feed);
    Answer answer = feeds.answer(feed);
    if (answer.outcome() == Outcome.WORKING) {
      return new Progress.Working(ticket.get());
    }
    if (answer.outcome() == Outcome.DONE) {
      return new Progress.Done();
    }
    throw AmazonOrderFeeds.refusal(
        answer.outcome() == Outcome.REFUSED
            ? answer.why()
            : "Amazon broke off feed "
                + feed
                + ": look there whether the money was paid back before you try again");
  }

  private Progress submit(String ticket) {
    String[] parts = ticket.split(":", 2);
    Instant since = Instant.ofEpochMilli(Long.parseLong(parts[0]));
    List<String> unknown =
        new ArrayList<>(files.feedsSince(AmazonOrderFeeds.REFUND, since.minus(MARGIN)));
    unknown.removeAll(known);
    boolean all = opened.isBefore(since.minus(MARGIN));
    if (unknown.size() > 1 || (unknown.size() == 1 && !all)) {
      throw AmazonOrderFeeds.refusal(
          "it may have been paid back by feed "
              + String.join(" or ", unknown)
              + ": look there before you try again");
    }
    String feed =
        unknown.isEmpty() ? files.createFeed(AmazonOrderFeeds.REFUND, parts[1]) : unknown.get(0);
    known.add(feed);
    return new Progress.Working(FEED + feed);
  }

  private static List<List<String>> rows(JsonNode order, Refund refund) {
    List<List<String>> rows = new ArrayList<>();
    Money shipping = refund.shipping();
    for (Refund.Line line : lines(order, refund)) {
      rows.add(
          List.of(
              order.path("orderId").asString(),
              line.externalLineId(),
              reason(refund.reason()),
              line.amount().currency().getCurrencyCode(),
              line.amount().amount(),
              shipping.amount()));
      shipping = Money.zero(shipping.currency());
    }
    return rows;
  }

  /** What is for no line in particular goes with the first that it fits into. */
  private static List<Refund.Line> lines(JsonNode order, Refund refund) {
    if (!refund.lines().isEmpty()) {
      return refund.lines();
    }
    Money goods = refund.total().minus(refund.shipping());
    for (JsonNode node : order.path("orderItems")) {
      AmazonItem item = new AmazonItem(node, goods.currency());
      if (item.goods().compareTo(goods) >= 0) {
        return List.of(new Refund.Line(item.id(), item.quantity(), goods));
      }
    }
    throw AmazonOrderFeeds.refusal(
        "no line of the order costs as much as " + goods + ": pay it back by hand");
  }

  private static String reason(Refund.Reason reason) {
    return switch (reason) {
      case CANCELLED -> "CustomerCancel";
      case RETURNED -> "CustomerReturn";
      case NOT_DELIVERED -> "CouldNotShip";
      case GOODWILL -> "GeneralAdjustment";
    };
  }
}
