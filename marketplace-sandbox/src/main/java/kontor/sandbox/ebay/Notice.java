package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kontor.sandbox.document.Json;

/**
 * A notification as it goes to a seller's program.
 *
 * @param body UTF-8
 * @param signature the header {@code X-EBAY-SIGNATURE}
 */
public record Notice(String body, String signature) {

  static ObjectNode message(String topic, String id, String at, ObjectNode data) {
    ObjectNode message = Json.object();
    ObjectNode about = message.putObject("metadata").put("topic", topic);
    about.put("schemaVersion", "1.0").put("deprecated", false);
    ObjectNode told = message.putObject("notification").put("notificationId", id);
    told.put("eventDate", at).put("publishDate", at).put("publishAttemptCount", 1);
    told.set("data", data);
    return message;
  }
}
