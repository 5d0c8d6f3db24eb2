package kontor.sandbox.amazon.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kontor.sandbox.document.Json;
import org.jspecify.annotations.Nullable;

/** A seller's wish to be told of one type of notification. */
public record Subscription(
    String sellerId,
    String type,
    String subscriptionId,
    String payloadVersion,
    String destinationId,
    @Nullable ObjectNode processingDirective) {

  ObjectNode document() {
    ObjectNode shown = Json.object().put("subscriptionId", subscriptionId);
    shown.put("payloadVersion", payloadVersion).put("destinationId", destinationId);
    if (processingDirective != null) {
      shown.set("processingDirective", processingDirective);
    }
    return shown;
  }
}
