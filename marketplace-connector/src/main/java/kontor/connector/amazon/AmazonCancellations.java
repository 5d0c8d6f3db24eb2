package kontor.connector.amazon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kontor.connector.amazon.AmazonOrderFeeds.Answer;
import kontor.connector.amazon.AmazonOrderFeeds.Outcome;
import kontor.connector.channel.Cancellation;
import kontor.connector.channel.Progress;
import tools.jackson.databind.JsonNode;

/**
 * Ends lines of an order by a feed (POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA), which takes whole
 * lines only. What is cancelled shows in the order, so a feed whose name was lost does no harm: a
 * second one finds nothing to cancel.
 */
final class AmazonCancellations {

  private static final String FEED = "feed:";
  private static final List<String> NAMES =
      List.of("order-id", "cancellation-reason-code", "amazon-order-item-code");

  private final AmazonFiles files;
  private final AmazonOrderFeeds feeds;

  AmazonCancellations(AmazonFiles files) {
    this.files = files;
    this.feeds = new AmazonOrderFeeds(files);
  }

  /**
   * @param order as Amazon shows it now, if it has to be looked at
   */
  Progress cancel(Supplier<JsonNode> order, Cancellation cancellation, Optional<String> ticket) {
    Answer answer =
        ticket.map(feed -> feeds.answer(feed.substring(FEED.length()))).orElse(Answer.NONE);
    if (answer.outcome() == Outcome.WORKING) {
      return new Progress.Working(ticket.orElseThrow());
    }
    if (answer.outcome() == Outcome.DONE) {
      return new Progress.Done();
    }
    JsonNode now = order.get();
    List<String> open = open(now, cancellation);
    if (!open.isEmpty() && answer.outcome() == Outcome.REFUSED) {
      throw AmazonOrderFeeds.refusal(answer.why());
    }
    return open.isEmpty() ? new Progress.Done() : submit(now, cancellation, open);
  }

  private Progress submit(JsonNode order, Cancellation cancellation, List<String> items) {
    String id = order.path("orderId").asString();
    List<List<String>> rows =
        items.stream().map(item -> List.of(id, reason(cancellation.reason()), item)).toList();
    String document = feeds.upload(NAMES, rows);
    return new Progress.Working(FEED + files.createFeed(AmazonOrderFeeds.CANCEL, document));
  }

  /**
   * Lines that still have units to be cancelled.
   *
   * @throws kontor.connector.channel.ChannelException if it is about a part of a line, or about
   *     units that have been shipped
   */
  private static List<String> open(JsonNode order, Cancellation cancellation) {
    Map<String, AmazonItem.Units> units = new HashMap<>();
    for (JsonNode item : order.path("orderItems")) {
      units.put(item.path("orderItemId").asString(), AmazonItem.units(item));
    }
    List<String> open = new ArrayList<>();
    for (Cancellation.Line line : cancellation.lines()) {
      int wanted = line.quantity().value();
      AmazonItem.Units there = units.get(line.externalLineId());
      if (there == null) {
        throw AmazonOrderFeeds.refusal("Amazon does not know line " + line.externalLineId());
      }
      if (there.open() > wanted) {
        throw AmazonOrderFeeds.refusal(
            "Amazon cancels whole lines only: of line %s %d are open, %d are to be cancelled"
                .formatted(line.externalLineId(), there.open(), wanted));
      }
      if (there.open() > 0) {
        open.add(line.externalLineId());
      } else if (there.cancelled() == 0) {
        throw AmazonOrderFeeds.refusal("line " + line.externalLineId() + " is shipped");
      }
    }
    return open;
  }

  private static String reason(Cancellation.Reason reason) {
    return switch (reason) {
      case BUYER -> "BuyerCanceled";
      case NO_STOCK -> "NoInventory";
      case ADDRESS -> "ShippingAddressUndeliverable";
      case OTHER -> "GeneralAdjustment";
    };
  }
}
