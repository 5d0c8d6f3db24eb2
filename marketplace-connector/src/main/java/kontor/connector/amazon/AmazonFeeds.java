package kontor.connector.amazon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Submissions.Settled;
import kontor.contracts.Sku;
import tools.jackson.databind.JsonNode;

/**
 * Prices and quantities of many articles in one call (Feeds 2021-06-30, JSON_LISTINGS_FEED 2.0). A
 * feed that is done may still have refused parts; of one that failed as a whole nobody knows which
 * parts took effect.
 */
final class AmazonFeeds {

  private static final String JSON = "application/json; charset=UTF-8";

  private final AmazonClient client;
  private final Account account;
  private final AmazonDocuments documents;
  private final AmazonFiles files;

  AmazonFeeds(AmazonClient client, Account account, AmazonDocuments documents) {
    this.client = client;
    this.account = account;
    this.documents = documents;
    this.files = new AmazonFiles(client, account);
  }

  /** Returns the feed's id. */
  String submit(List<PriceAndQuantity> offers) {
    byte[] file = client.json().writeValueAsBytes(feed(offers));
    return files.createFeed("JSON_LISTINGS_FEED", files.upload(JSON, file));
  }

  /** Empty while Amazon works on it. */
  Optional<List<Settled>> outcome(String feedId, Collection<PriceAndQuantity> parts) {
    JsonNode feed = files.feed(feedId);
    String status = feed.path("processingStatus").asString("");
    return switch (status) {
      case "IN_QUEUE", "IN_PROGRESS" -> Optional.empty();
      case "DONE" -> Optional.of(settled(feed, parts));
      case "FATAL", "CANCELLED" ->
          Optional.of(parts.stream().map(part -> Settled.lost(part.sku())).toList());
      default ->
          throw new ChannelException(
              ChannelException.Kind.RETRY,
              "feed " + feedId + " is in the unknown state '" + status + "'",
              java.time.Duration.ofMinutes(1),
              null);
    };
  }

  private List<Settled> settled(JsonNode feed, Collection<PriceAndQuantity> parts) {
    String report = feed.path("resultFeedDocumentId").asString("");
    Map<Sku, String> refused = report.isEmpty() ? Map.of() : refused(report);
    List<Settled> all = new ArrayList<>();
    for (PriceAndQuantity part : parts) {
      String why = refused.get(part.sku());
      all.add(
          why == null
              ? Settled.done(part.sku(), Optional.empty())
              : Settled.refused(part.sku(), why));
    }
    return all;
  }

  private Map<Sku, String> refused(String reportId) {
    Map<Sku, String> refused = new LinkedHashMap<>();
    for (JsonNode issue : client.json().readTree(files.result(reportId)).path("issues")) {
      if (issue.path("severity").asString("").equals("ERROR") && issue.hasNonNull("sku")) {
        String text = issue.path("code").asString("") + " " + issue.path("message").asString("");
        refused.merge(
            new Sku(issue.path("sku").asString()), text, (one, other) -> one + "; " + other);
      }
    }
    return refused;
  }

  private Map<String, Object> feed(List<PriceAndQuantity> offers) {
    List<Map<String, Object>> messages = new ArrayList<>();
    for (PriceAndQuantity offer : offers) {
      messages.add(documents.message(messages.size() + 1, offer));
    }
    return Map.of(
        "header",
        Map.of(
            "sellerId", account.setting(AmazonFields.SELLER),
            "version", "2.0",
            "issueLocale", account.setting(AmazonFields.LANGUAGE)),
        "messages",
        messages);
  }
}
