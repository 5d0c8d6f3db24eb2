package kontor.connector.amazon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.amazon.AmazonOrderFeeds.Answer;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.Refund;
import kontor.connector.channel.RefundFiles.Asked;
import kontor.connector.channel.RefundFiles.Prepared;
import kontor.contracts.Money;

/**
 * Pays back by feeds (POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA), of which two minutes may lie between
 * one and the next, so many refunds share one. An order does not show what was paid back: before a
 * file may be submitted its name and the feeds that there are already are kept in the ticket. If
 * nobody knows whether submitting worked, the one feed that has come since is it; where there are
 * several a person has to look. Money is rather paid late than twice.
 */
final class AmazonRefunds {

  private static final List<String> NAMES =
      List.of(
          "order-id",
          "order-item-id",
          "adjustment-reason-code",
          "currency",
          "item-price-adj",
          "shipping-price-adj");

  /** Clocks differ: as far apart as ours and Amazon's may be. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** A call without an answer may arrive for as long as an answer was waited for. */
  private static final Duration UNDER_WAY = AmazonClient.TIMEOUT;

  /** All refunds of a feed ask what became of it one after the other. */
  private static final Duration ANSWER_HOLDS = Duration.ofSeconds(1);

  private final AmazonFiles files;
  private final AmazonOrderFeeds feeds;
  private final Clock clock;
  private final Cache<String, Answer> answers =
      Caffeine.newBuilder().expireAfterWrite(ANSWER_HOLDS).build();

  /** Of a file that this process prepared, and never tried to submit. */
  private String fresh = "";

  private Map.Entry<String, Instant> lastTry = Map.entry("", Instant.EPOCH);

  AmazonRefunds(AmazonFiles files, Clock clock) {
    this.files = files;
    this.feeds = new AmazonOrderFeeds(files);
    this.clock = clock;
  }

  /**
   * @param before names of the feeds that are not this one
   */
  private record Ticket(Instant since, String document, List<String> before) {

    static Ticket of(String text) {
      String[] parts = text.split(":", -1);
      List<String> before = parts[2].isEmpty() ? List.of() : List.of(parts[2].split(","));
      return new Ticket(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1], before);
    }

    @Override
    public String toString() {
      return since.toEpochMilli() + ":" + document + ":" + String.join(",", before);
    }
  }

  synchronized Prepared prepare(List<Asked> refunds) {
    Instant now = clock.instant();
    List<String> before = feedsSince(now);
    List<List<String>> rows = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (Asked asked : refunds) {
      int first = rows.size() + 1;
      rows.addAll(rows(asked.externalId(), asked.refund()));
      parts.add(first + "-" + rows.size());
    }
    fresh = new Ticket(now, feeds.upload(NAMES, rows), before).toString();
    return new Prepared(fresh, parts);
  }

  private List<String> feedsSince(Instant time) {
    return files.feedsSince(AmazonOrderFeeds.REFUND, time.minus(MARGIN));
  }

  synchronized Optional<String> submit(String text) {
    Ticket ticket = Ticket.of(text);
    if (!text.equals(fresh)) {
      List<String> since = new ArrayList<>(feedsSince(ticket.since()));
      since.removeAll(ticket.before());
      if (since.size() > 1) {
        throw AmazonOrderFeeds.refusal(
            "it may have been paid back by feed "
                + String.join(" or ", since)
                + ": look there before you try again");
      }
      Instant last = lastTry.getKey().equals(text) ? lastTry.getValue() : ticket.since();
      if (!since.isEmpty() || clock.instant().isBefore(last.plus(UNDER_WAY))) {
        return since.stream().findFirst();
      }
    }
    return Optional.of(create(text, ticket.document()));
  }

  /** What our own limits held back was not tried. */
  private String create(String text, String document) {
    try {
      return files.createFeed(AmazonOrderFeeds.REFUND, document);
    } catch (ChannelException e) {
      if (e.kind() != ChannelException.Kind.PACED) {
        fresh = "";
        lastTry = Map.entry(text, clock.instant());
      }
      throw e;
    }
  }

  boolean paidBack(String feed, String part) {
    Answer answer = answers.get(feed, feeds::answer);
    return switch (answer.outcome()) {
      case WORKING -> false;
      case DONE -> true;
      case REFUSED -> {
        String[] rows = part.split("-", 2);
        String why = answer.why(Integer.parseInt(rows[0]), Integer.parseInt(rows[1]));
        if (!why.isEmpty()) {
          throw AmazonOrderFeeds.refusal(why);
        }
        yield true;
      }
      case LOST ->
          throw AmazonOrderFeeds.refusal(
              "Amazon broke off feed "
                  + feed
                  + ": look there whether the money was paid back before you try again");
    };
  }

  private static List<List<String>> rows(String order, Refund refund) {
    List<List<String>> rows = new ArrayList<>();
    Money shipping = refund.shipping();
    for (Refund.Line line : refund.lines()) {
      rows.add(
          List.of(
              order,
              line.externalLineId(),
              reason(refund.reason()),
              line.amount().currency().getCurrencyCode(),
              line.amount().amount(),
              shipping.amount()));
      shipping = Money.zero(shipping.currency());
    }
    return rows;
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
