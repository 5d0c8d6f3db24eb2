package kontor.connector.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import tools.jackson.databind.JsonNode;

/** Files about orders, for which Amazon has no call: cancellations and refunds. */
final class AmazonOrderFeeds {

  static final String CANCEL = "POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA";
  static final String REFUND = "POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA";

  private static final String NUMBER = "original-record-number";
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
   * @param refused why rows were not carried out, by their number from 1; 0: by no row in
   *     particular
   */
  record Answer(Outcome outcome, SortedMap<Integer, String> refused) {

    /** Nothing was asked for. */
    static final Answer NONE = new Answer(Outcome.LOST);

    private Answer(Outcome outcome) {
      this(outcome, Collections.emptySortedMap());
    }

    String why() {
      return String.join("; ", refused.values());
    }

    /** Why rows from one to another were not carried out; empty if all were. */
    String why(int first, int last) {
      return refused.entrySet().stream()
          .filter(row -> row.getKey() == 0 || (row.getKey() >= first && row.getKey() <= last))
          .map(Map.Entry::getValue)
          .collect(Collectors.joining("; "));
    }
  }

  String upload(List<String> names, List<List<String>> rows) {
    return files.upload(CONTENT, AmazonTable.text(names, rows).getBytes(UTF_8));
  }

  Answer answer(String feedId) {
    JsonNode feed = files.feed(feedId);
    String status = feed.path("processingStatus").asString("");
    return switch (status) {
      case "IN_QUEUE", "IN_PROGRESS" -> new Answer(Outcome.WORKING);
      case "DONE" -> done(refused(feed));
      case "FATAL", "CANCELLED" -> new Answer(Outcome.LOST);
      default ->
          throw new ChannelException(
              Kind.RETRY,
              "feed " + feedId + " is in the unknown state '" + status + "'",
              Duration.ofMinutes(1),
              null);
    };
  }

  private static Answer done(SortedMap<Integer, String> refused) {
    return refused.isEmpty() ? new Answer(Outcome.DONE) : new Answer(Outcome.REFUSED, refused);
  }

  private SortedMap<Integer, String> refused(JsonNode feed) {
    SortedMap<Integer, String> refused = new TreeMap<>();
    String document = feed.path("resultFeedDocumentId").asString("");
    if (document.isEmpty()) {
      return refused;
    }
    String text = new String(files.result(document), UTF_8);
    for (Map<String, String> row : AmazonTable.rows(text, NUMBER)) {
      if (row.getOrDefault("error-type", "").equalsIgnoreCase("Error")) {
        refused.merge(
            number(row.getOrDefault(NUMBER, "")),
            row.getOrDefault("error-message", "refused"),
            (one, other) -> one + "; " + other);
      }
    }
    return refused;
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
  }

  static ChannelException refusal(String why) {
    return new ChannelException(Kind.REFUSED, why, Duration.ZERO, null);
  }
}
