package kontor.sandbox.amazon.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import kontor.sandbox.document.Json;
import org.jspecify.annotations.Nullable;

/**
 * A feed and how far Amazon is with it.
 *
 * @param applied how many operations take effect before it ends without success; absent if it does
 *     not
 */
public record Feed(
    String feedId,
    String sellerId,
    String feedType,
    List<String> marketplaceIds,
    String inputDocumentId,
    Instant created,
    String status,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable String resultDocumentId,
    @Nullable Integer applied) {

  public Feed {
    marketplaceIds = List.copyOf(marketplaceIds);
  }

  Feed begun(Instant at) {
    return with("IN_PROGRESS", at, null, null);
  }

  Feed ended(String state, Instant at, @Nullable String result) {
    return with(state, started, at, result);
  }

  private Feed with(
      String state, @Nullable Instant begin, @Nullable Instant end, @Nullable String result) {
    return new Feed(
        feedId,
        sellerId,
        feedType,
        marketplaceIds,
        inputDocumentId,
        created,
        state,
        begin,
        end,
        result,
        applied);
  }

  ObjectNode document() {
    ObjectNode shown = Json.object().put("feedId", feedId).put("feedType", feedType);
    ArrayNode places = shown.putArray("marketplaceIds");
    marketplaceIds.forEach(places::add);
    shown.put("createdTime", created.toString()).put("processingStatus", status);
    if (started != null) {
      shown.put("processingStartTime", started.toString());
    }
    if (ended != null) {
      shown.put("processingEndTime", ended.toString());
    }
    return resultDocumentId == null ? shown : shown.put("resultFeedDocumentId", resultDocumentId);
  }
}
