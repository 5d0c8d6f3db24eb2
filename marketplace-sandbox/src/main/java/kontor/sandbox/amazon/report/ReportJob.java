package kontor.sandbox.amazon.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import kontor.sandbox.document.Json;
import org.jspecify.annotations.Nullable;

/**
 * A report and how far Amazon is with it.
 *
 * @param locale in which the columns are to be named; none: in the language of the site
 */
public record ReportJob(
    String reportId,
    String sellerId,
    String reportType,
    List<String> marketplaceIds,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String locale,
    Instant created,
    String status,
    @Nullable Instant ended,
    @Nullable String documentId) {

  public ReportJob {
    marketplaceIds = List.copyOf(marketplaceIds);
  }

  ReportJob with(String state, @Nullable Instant end, @Nullable String document) {
    return new ReportJob(
        reportId,
        sellerId,
        reportType,
        marketplaceIds,
        from,
        to,
        locale,
        created,
        state,
        end,
        document);
  }

  boolean covers(Instant moment) {
    return (from == null || !moment.isBefore(from)) && (to == null || !moment.isAfter(to));
  }

  ObjectNode document() {
    ObjectNode shown = Json.object().put("reportId", reportId).put("reportType", reportType);
    ArrayNode places = shown.putArray("marketplaceIds");
    marketplaceIds.forEach(places::add);
    shown.put("createdTime", created.toString()).put("processingStatus", status);
    if (from != null) {
      shown.put("dataStartTime", from.toString());
    }
    if (to != null) {
      shown.put("dataEndTime", to.toString());
    }
    if (ended != null) {
      shown.put("processingStartTime", created.toString());
      shown.put("processingEndTime", ended.toString());
    }
    return documentId == null ? shown : shown.put("reportDocumentId", documentId);
  }
}
