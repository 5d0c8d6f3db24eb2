package kontor.sandbox.amazon.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.sandbox.amazon.document.Documents;
import kontor.sandbox.amazon.gate.Bent;
import kontor.sandbox.amazon.gate.Books;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Pages;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.document.Json;
import kontor.sandbox.faults.Fault;
import kontor.sandbox.http.Response;

/** Feeds and their documents (model {@code feeds_2021-06-30}). */
public final class FeedCalls {

  private static final String BASE = "/feeds/2021-06-30";
  private static final int LISTINGS_FEEDS = 5;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Feeds feeds;
  private final Documents documents;
  private final Surroundings around;
  private final Books books;

  public FeedCalls(Feeds feeds, Documents documents, Surroundings around, Books books) {
    this.feeds = feeds;
    this.documents = documents;
    this.around = around;
    this.books = books;
  }

  /** The operations. */
  public List<Operation> operations() {
    return List.of(
        Operation.of("createFeedDocument", "POST", BASE + "/documents", this::createDocument),
        Operation.of(
            "getFeedDocument", "GET", BASE + "/documents/{feedDocumentId}", this::document),
        Operation.of("createFeed", "POST", BASE + "/feeds", this::create),
        Operation.of("getFeeds", "GET", BASE + "/feeds", this::list),
        Operation.of("getFeed", "GET", BASE + "/feeds/{feedId}", this::get),
        Operation.of("cancelFeed", "DELETE", BASE + "/feeds/{feedId}", this::cancel));
  }

  private Response createDocument(Call call) {
    Documents.Document document =
        documents.create(call.sellerId(), call.body().get("contentType").asText());
    return Response.json(201, shown(document, true, call));
  }

  private ObjectNode shown(Documents.Document document, boolean upload, Call call) {
    ObjectNode shown = Json.object().put("feedDocumentId", document.id());
    shown.put("url", documents.address(document, upload, call.host()));
    return document.gzip() ? shown.put("compressionAlgorithm", "GZIP") : shown;
  }

  private Response document(Call call) {
    String id = call.variable("feedDocumentId");
    Documents.Document document =
        documents
            .find(call.sellerId(), id)
            .orElseThrow(() -> Problem.NOT_FOUND.refuse("no document " + id));
    return Response.json(200, shown(document, false, call));
  }

  private Response create(Call call) {
    ObjectNode body = call.body();
    String type = body.get("feedType").asText();
    String input = body.get("inputFeedDocumentId").asText();
    if (documents.find(call.sellerId(), input).filter(d -> d.content() != null).isEmpty()) {
      throw Problem.INVALID_INPUT.refuse("inputFeedDocumentId: no uploaded document " + input);
    }
    if (type.equals(ListingsFeed.TYPE) && recent(call.sellerId()) >= LISTINGS_FEEDS) {
      books.breach(call.sellerId(), type);
      throw Problem.QUOTA.refuse(type + ": five in five minutes");
    }
    Feed feed =
        new Feed(
            Long.toString(50_000_000_000L + around.store().next("amazon-feed")),
            call.sellerId(),
            type,
            places(body),
            input,
            around.now(),
            "IN_QUEUE",
            null,
            null,
            null,
            Bent.by(Fault.Kind.FATAL, call) ? Integer.valueOf(Bent.applied(call)) : null);
    feeds.queue(feed);
    return Response.json(202, Map.of("feedId", feed.feedId()));
  }

  private static List<String> places(ObjectNode body) {
    List<String> places = new ArrayList<>();
    body.path("marketplaceIds").forEach(place -> places.add(place.asText()));
    return places;
  }

  private long recent(String sellerId) {
    Instant since = around.now().minus(around.scale().shorten(WINDOW));
    return feeds.newestFirst(sellerId).stream()
        .filter(feed -> feed.feedType().equals(ListingsFeed.TYPE))
        .filter(feed -> feed.created().isAfter(since))
        .count();
  }

  private Feed find(Call call) {
    String id = call.variable("feedId");
    return feeds
        .find(call.sellerId(), id)
        .orElseThrow(() -> Problem.NOT_FOUND.refuse("no feed " + id));
  }

  private Response get(Call call) {
    return Response.json(200, find(call).document());
  }

  private Response cancel(Call call) {
    Feed feed = find(call);
    if (!feed.status().equals("IN_QUEUE")) {
      throw Problem.INVALID_INPUT.refuse("feedId: is " + feed.status() + ", not IN_QUEUE");
    }
    feeds.put(feed.ended("CANCELLED", around.now(), null));
    return Response.json(200, Json.object());
  }

  private Response list(Call call) {
    List<String> states = call.list("processingStatuses");
    List<ObjectNode> found =
        feeds.newestFirst(call.sellerId()).stream()
            .filter(f -> Pages.wants(call, "feedTypes", f.feedType(), f.created()))
            .filter(feed -> states.isEmpty() || states.contains(feed.status()))
            .map(Feed::document)
            .toList();
    return Pages.of(call, "feedTypes", "feeds", found);
  }
}
