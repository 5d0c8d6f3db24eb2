package kontor.sandbox.amazon.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Handler;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/**
 * The queues that notifications go to, by the JSON protocol of Amazon Simple Queue Service: the
 * operation is in {@code X-Amz-Target}, the queue in the body. Every queue that is named exists.
 * The signature has to be there; whether it is right is not looked at. An answer never waits for a
 * message.
 */
public final class QueueCalls implements Handler {

  private static final String SERVICE = "AmazonSQS.";
  private static final int MOST = 10;
  private static final int DEFAULT_SECONDS = 30;
  private static final int LONGEST_SECONDS = 43_200;

  private final Notices notices;
  private final Surroundings around;

  public QueueCalls(Notices notices, Surroundings around) {
    this.notices = notices;
    this.around = around;
  }

  @Override
  public Response handle(Request request) {
    String target = request.header("X-Amz-Target").orElse("");
    if (!request.method().equals("POST") || !target.startsWith(SERVICE)) {
      return Response.empty(404);
    }
    if (!request.header("Authorization").orElse("").startsWith("AWS4-HMAC-SHA256 ")) {
      return refusal(403, "MissingAuthenticationTokenException", "the request is not signed");
    }
    JsonNode body = read(request.body());
    String[] address = body.path("QueueUrl").asText().split("/");
    if (address.length < 5) {
      return refusal(404, "InvalidAddress", "QueueUrl: ends with an account and a name");
    }
    String queue = address[address.length - 2] + "/" + address[address.length - 1];
    return around.store().change(() -> answer(target.substring(SERVICE.length()), queue, body));
  }

  /** What cannot be read names no queue. */
  private static JsonNode read(String body) {
    try {
      return Json.parse(body);
    } catch (JsonProcessingException e) {
      return Json.object();
    }
  }

  private Response answer(String operation, String queue, JsonNode body) {
    around.agenda().catchUp();
    return switch (operation) {
      case "ReceiveMessage" -> receive(queue, body);
      case "DeleteMessage" -> delete(queue, body);
      case "DeleteMessageBatch" -> deleteAll(queue, body);
      default -> refusal(400, "UnknownOperationException", "not played here: " + operation);
    };
  }

  private Response receive(String queue, JsonNode body) {
    int most = body.path("MaxNumberOfMessages").asInt(1);
    int seconds = body.path("VisibilityTimeout").asInt(DEFAULT_SECONDS);
    if (most < 1 || most > MOST) {
      return refusal(400, "InvalidParameterValue", "MaxNumberOfMessages: 1 to " + MOST);
    }
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      return refusal(400, "InvalidParameterValue", "VisibilityTimeout: 0 to " + LONGEST_SECONDS);
    }
    Instant until = around.after(Duration.ofSeconds(seconds));
    Map<String, Notices.Queued> received =
        notices.receive(queue, most, around.clock().instant(), until);
    ObjectNode answer = Json.object();
    ArrayNode messages = answer.putArray("Messages");
    received.forEach((name, one) -> messages.add(message(name, one)));
    return json(200, received.isEmpty() ? Json.object() : answer);
  }

  private static ObjectNode message(String name, Notices.Queued one) {
    byte[] bytes = Json.bytes(one.document());
    String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    ObjectNode message = Json.object().put("MessageId", id).put("MD5OfBody", md5(bytes));
    message.put("ReceiptHandle", one.receipt());
    message.put("Body", new String(bytes, StandardCharsets.UTF_8));
    message
        .putObject("Attributes")
        .put("ApproximateReceiveCount", Integer.toString(one.received()));
    return message;
  }

  private Response delete(String queue, JsonNode body) {
    notices.remove(queue, body.path("ReceiptHandle").asText());
    return json(200, Json.object());
  }

  private Response deleteAll(String queue, JsonNode body) {
    JsonNode entries = body.path("Entries");
    if (entries.isEmpty() || entries.size() > MOST) {
      return refusal(400, "TooManyEntriesInBatchRequest", "Entries: 1 to " + MOST);
    }
    ObjectNode answer = Json.object();
    ArrayNode done = answer.putArray("Successful");
    answer.putArray("Failed");
    for (JsonNode entry : entries) {
      notices.remove(queue, entry.path("ReceiptHandle").asText());
      done.addObject().put("Id", entry.path("Id").asText());
    }
    return json(200, answer);
  }

  private static Response refusal(int status, String type, String why) {
    return json(
        status, Json.object().put("__type", "com.amazonaws.sqs#" + type).put("message", why));
  }

  private static Response json(int status, ObjectNode body) {
    return Response.json(status, body)
        .with("Content-Type", "application/x-amz-json-1.0")
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
