package kontor.connector.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import tools.jackson.databind.JsonNode;

/** Files about orders, for which Amazon has no call: cancellations and refunds. */
final class AmazonOrderFeeds {

  static final String CANCEL = "POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA";
  static final String REFUND = "POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA";

  private static final String CONTENT = "text/tab-separated-values; charset=UTF-8";

  private final AmazonFiles files;

  AmazonOrderFeeds(AmazonFiles files) {
    this.files = files;
  }

  /** What Amazon has made of a feed. */
  enum Outcome {
    WORKING,
    DONE,
    /** At least one row was not carried out. */
    REFUSED,
    /** Nobody knows what was carried out. */
    LOST
  }

  /**
   * @param why the rows were refused; empty for other outcomes
   */
  record Answer(Outcome outcome, String why) {}

  String upload(List<String> names, List<List<String>> rows) {
    return files.upload(CONTENT, AmazonTable.text(names, rows).getBytes(UTF_8));
  }

  Answer answer(String feedId) {
    JsonNode feed = files.feed(feedId);
    String status = feed.path("processingStatus").asString("");
    return switch (status) {
      case "IN_QUEUE", "IN_PROGRESS" -> new Answer(Outcome.WORKING, "");
      case "DONE" ->
          refused(feed)
              .map(why -> new Answer(Outcome.REFUSED, why))
              .orElse(new Answer(Outcome.DONE, ""));
      case "FATAL", "CANCELLED" -> new Answer(Outcome.LOST, "");
      default ->
          throw new ChannelException(
              Kind.RETRY,
              "feed " + feedId + " is in the unknown state '" + status + "'",
              Duration.ofMinutes(1),
              null);
    };
  }

  private Optional<String> refused(JsonNode feed) {
    String document = feed.path("resultFeedDocumentId").asString("");
    if (document.isEmpty()) {
      return Optional.empty();
    }
    String text = new String(files.result(document), UTF_8);
    String why =
        AmazonTable.rows(text, "original-record-number").stream()
            .filter(row -> row.getOrDefault("error-type", "").equalsIgnoreCase("Error"))
            .map(row -> row.getOrDefault("error-message", "refused"))
            .collect(Collectors.joining("; "));
    return Optional.of(why).filter(words -> !words.isEmpty());
  }

  static ChannelException refusal(String why) {
    return new ChannelException(Kind.REFUSED, why, Duration.ZERO, null);
  }
}
