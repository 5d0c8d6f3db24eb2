package kontor.sandbox.amazon.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.sandbox.amazon.document.Documents;
import kontor.sandbox.amazon.listing.Issues;
import kontor.sandbox.amazon.listing.Submission;
import kontor.sandbox.amazon.listing.Submissions;
import kontor.sandbox.document.Contract;
import kontor.sandbox.document.Json;

/**
 * JSON_LISTINGS_FEED, version 2.0: each message is a submission of its own, so that the feed is
 * done although some of them are refused (schemas {@code listings-feed-*-v2}).
 */
public final class ListingsFeed {

  static final String TYPE = "JSON_LISTINGS_FEED";
  private static final String RESOURCE = "/kontor/sandbox/amazon/contracts.json";

  private final Contract feedContract = Contract.load(RESOURCE, "listingsFeed");
  private final Contract messageContract = Contract.load(RESOURCE, "listingsFeedMessage");
  private final Submissions submissions;

  public ListingsFeed(Submissions submissions) {
    this.submissions = submissions;
  }

  /** The report; empty if the document as a whole cannot be worked through. */
  Optional<ObjectNode> process(Feed feed, Documents.Document input) {
    Optional<JsonNode> document = read(input);
    if (document.isEmpty()
        || !feedContract.check(document.get()).isEmpty()
        || !document.get().at("/header/sellerId").asText().equals(feed.sellerId())) {
      return Optional.empty();
    }
    Report report = new Report(feed, document.get().path("header"));
    Set<Long> seen = new HashSet<>();
    int limit = feed.applied() == null ? Integer.MAX_VALUE : feed.applied();
    for (JsonNode message : document.get().path("messages")) {
      if (report.accepted() < limit) {
        report.add(message, issues(feed, message, seen));
      }
    }
    return Optional.of(report.document());
  }

  private static Optional<JsonNode> read(Documents.Document input) {
    try {
      String text = input.text();
      return Optional.of(Json.parse(text.isEmpty() ? "null" : text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private List<ObjectNode> issues(Feed feed, JsonNode message, Set<Long> seen) {
    List<Contract.Violation> wrong = messageContract.check(message);
    if (!wrong.isEmpty()) {
      String text = wrong.get(0).field() + ": " + wrong.get(0).message();
      return List.of(Issues.of("4000001", "ERROR", "INVALID_ATTRIBUTE", text));
    }
    if (!seen.add(message.get("messageId").asLong())) {
      return List.of(
          Issues.of("4000001", "ERROR", "DUPLICATE", "The messageId is not unique in the feed."));
    }
    return feed.marketplaceIds().stream()
        .map(place -> submissions.submit(submission(feed, message, place)).issues())
        .flatMap(List::stream)
        .toList();
  }

  private static Submission submission(Feed feed, JsonNode message, String place) {
    boolean whole = message.get("operationType").asText().equals("UPDATE");
    boolean delete = message.get("operationType").asText().equals("DELETE");
    List<ObjectNode> patches = new ArrayList<>();
    message.path("patches").forEach(patch -> patches.add((ObjectNode) patch));
    ObjectNode attributes =
        message.get("attributes") instanceof ObjectNode given ? given : Json.object();
    if (message.get("operationType").asText().equals("PARTIAL_UPDATE")) {
      attributes.properties().forEach(e -> patches.add(replace(e.getKey(), e.getValue())));
    }
    return new Submission(
        whole ? Submission.Kind.PUT : delete ? Submission.Kind.DELETE : Submission.Kind.PATCH,
        feed.sellerId(),
        place,
        message.get("sku").asText(),
        message.path("productType").asText("PRODUCT"),
        message.path("requirements").asText("LISTING"),
        whole ? attributes : Json.object(),
        patches);
  }

  private static ObjectNode replace(String attribute, JsonNode value) {
    ObjectNode patch = Json.object().put("op", "replace").put("path", "/attributes/" + attribute);
    patch.set("value", value);
    return patch;
  }
}
