package kontor.sandbox.amazon.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.amazon.document.Documents;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.document.Json;
import kontor.sandbox.state.Table;

/** Works through feeds by the clock: in the queue, in progress, done. */
public final class Feeds {

  static final Duration QUEUE = Duration.ofSeconds(10);
  static final Duration WORK = Duration.ofSeconds(20);
  private static final String BEGIN = "amazon-feed-begin";
  private static final String END = "amazon-feed-end";

  private final Table<Feed> feeds;
  private final Surroundings around;
  private final Documents documents;
  private final ListingsFeed listings;
  private final OrderFeeds orders;
  private final Notices notices;

  public Feeds(
      Surroundings around,
      Documents documents,
      ListingsFeed listings,
      OrderFeeds orders,
      Notices notices) {
    this.feeds = around.store().table("amazon-feeds", Feed.class);
    this.around = around;
    this.documents = documents;
    this.listings = listings;
    this.orders = orders;
    this.notices = notices;
    around.agenda().assign(BEGIN, (at, body) -> begin(at, body.get("feedId").asText()));
    around.agenda().assign(END, (at, body) -> end(at, body.get("feedId").asText()));
  }

  List<Feed> newestFirst(String sellerId) {
    return feeds.newestFirst().stream().filter(f -> f.sellerId().equals(sellerId)).toList();
  }

  Optional<Feed> find(String sellerId, String feedId) {
    return feeds.get(feedId).filter(feed -> feed.sellerId().equals(sellerId));
  }

  void put(Feed feed) {
    feeds.put(feed.feedId(), feed);
  }

  void queue(Feed feed) {
    put(feed);
    around.agenda().add(BEGIN, around.after(QUEUE), Json.object().put("feedId", feed.feedId()));
  }

  private void begin(Instant at, String feedId) {
    feeds
        .get(feedId)
        .filter(feed -> feed.status().equals("IN_QUEUE"))
        .ifPresent(
            feed -> {
              put(feed.begun(at));
              Instant end = at.plus(around.scale().shorten(WORK));
              around.agenda().add(END, end, Json.object().put("feedId", feedId));
            });
  }

  private void end(Instant at, String feedId) {
    Feed feed = feeds.get(feedId).orElseThrow();
    Feed ended = finish(feed, at);
    put(ended);
    ObjectNode payload = Json.object();
    ObjectNode told = payload.putObject("feedProcessingFinishedNotification");
    told.put("sellerId", feed.sellerId()).put("accountId", "amzn1.merchant.o." + feed.sellerId());
    told.put("feedId", feedId).put("feedType", feed.feedType());
    told.put("processingStatus", ended.status());
    if (ended.resultDocumentId() != null) {
      told.put("resultFeedDocumentId", ended.resultDocumentId());
    }
    notices.announce(feed.sellerId(), "FEED_PROCESSING_FINISHED", payload, at);
  }

  private Feed finish(Feed feed, Instant at) {
    Documents.Document input =
        documents.find(feed.sellerId(), feed.inputDocumentId()).orElseThrow();
    boolean fatal = feed.applied() != null;
    if (feed.feedType().equals(ListingsFeed.TYPE)) {
      Optional<ObjectNode> report = listings.process(feed, input);
      return fatal || report.isEmpty()
          ? feed.ended("FATAL", at, null)
          : feed.ended("DONE", at, json(feed, report.get()));
    }
    if (OrderFeeds.TYPES.contains(feed.feedType())) {
      Optional<String> report = orders.process(feed, input);
      return fatal || report.isEmpty()
          ? feed.ended("FATAL", at, null)
          : feed.ended("DONE", at, text(feed, report.get()));
    }
    return feed.ended("FATAL", at, null); // the feeds that listings had before JSON
  }

  private String json(Feed feed, ObjectNode report) {
    String type = "application/json; charset=UTF-8";
    return documents.keep(feed.sellerId(), type, true, Json.bytes(report)).id();
  }

  private String text(Feed feed, String report) {
    byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
    return documents
        .keep(feed.sellerId(), "text/tab-separated-values; charset=UTF-8", false, bytes)
        .id();
  }
}
