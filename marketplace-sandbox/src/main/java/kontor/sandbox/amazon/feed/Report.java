package kontor.sandbox.amazon.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;

/** What became of each message of a listings feed. */
final class Report {

  private final ObjectNode document = Json.object();
  private final ArrayNode issues;
  private int processed;
  private int accepted;
  private int errors;
  private int warnings;

  Report(Feed feed, JsonNode header) {
    ObjectNode head = document.putObject("header").put("sellerId", feed.sellerId());
    head.put("version", "2.0").put("feedId", feed.feedId());
    if (header.has("report")) {
      head.set("report", header.get("report"));
    }
    this.issues = document.putArray("issues");
  }

  int accepted() {
    return accepted;
  }

  void add(JsonNode message, List<ObjectNode> found) {
    boolean refused = false;
    for (ObjectNode issue : found) {
      boolean error = issue.path("severity").asText().equals("ERROR");
      refused |= error;
      errors += error ? 1 : 0;
      warnings += error ? 0 : 1;
      issues.add(shown(message, issue));
    }
    processed++;
    accepted += refused ? 0 : 1;
  }

  private static ObjectNode shown(JsonNode message, ObjectNode issue) {
    ObjectNode shown = Json.object();
    if (message.path("messageId").canConvertToInt() && message.get("messageId").asInt() > 0) {
      shown.put("messageId", message.get("messageId").asInt());
    }
    String sku = message.path("sku").asText();
    if (!sku.isEmpty()) {
      shown.put("sku", sku);
    }
    for (String field : List.of("code", "severity", "message")) {
      shown.set(field, issue.get(field));
    }
    JsonNode name = issue.at("/attributeNames/0");
    return name.isMissingNode() ? shown : shown.put("attributeName", name.asText());
  }

  ObjectNode document() {
    ObjectNode summary = document.putObject("summary").put("errors", errors);
    summary.put("warnings", warnings).put("messagesProcessed", processed);
    summary.put("messagesAccepted", accepted).put("messagesInvalid", processed - accepted);
    return document;
  }
}
