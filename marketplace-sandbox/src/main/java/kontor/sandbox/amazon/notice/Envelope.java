package kontor.sandbox.amazon.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import kontor.sandbox.document.Json;

/**
 * The envelope of a notification. Its case depends on the type: most are written in Pascal case,
 * newer ones in camel case (schemas {@code notifications}).
 */
final class Envelope {

  private static final Set<String> CAMEL =
      Set.of("FEED_PROCESSING_FINISHED", "REPORT_PROCESSING_FINISHED", "PRICING_HEALTH");

  private Envelope() {}

  static ObjectNode of(String type, ObjectNode payload, Subscription to, Instant at) {
    boolean camel = CAMEL.contains(type);
    String version = camel ? "2020-09-04" : "1.0";
    ObjectNode envelope = Json.object();
    put(envelope, camel, "NotificationVersion", version);
    put(envelope, camel, "NotificationType", type);
    put(envelope, camel, "PayloadVersion", version);
    put(envelope, camel, "EventTime", at.truncatedTo(ChronoUnit.MILLIS).toString());
    ObjectNode meta = envelope.putObject(name(camel, "NotificationMetadata"));
    put(meta, camel, "ApplicationId", "amzn1.sellerapps.app.kontor-local");
    put(meta, camel, "SubscriptionId", to.subscriptionId());
    put(meta, camel, "PublishTime", at.truncatedTo(ChronoUnit.MILLIS).toString());
    put(meta, camel, "NotificationId", UUID.randomUUID().toString());
    envelope.set(name(camel, "Payload"), payload);
    return envelope;
  }

  private static void put(ObjectNode node, boolean camel, String name, String value) {
    node.put(name(camel, name), value);
  }

  private static String name(boolean camel, String pascal) {
    return camel ? Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1) : pascal;
  }
}
