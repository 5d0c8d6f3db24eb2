package kontor.contracts.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document of the platform's topics, made from the declarations. */
final class AsyncApi {

  private final Schemas schemas;

  AsyncApi(Schemas schemas) {
    this.schemas = schemas;
  }

  ObjectNode document() {
    ObjectNode document = new ObjectMapper().createObjectNode().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Kontor events")
        .put("version", "1.0.0")
        .put(
            "description",
            "CloudEvents 1.0 in binary mode on Kafka: ce_subject is the stream, ce_sequence the"
                + " version in it, the key the aggregate's id.");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode messages = document.putObject("components").putObject("messages");
    for (Topic topic : Topics.all()) {
      channel(topic, channels.putObject(topic.name()));
      ObjectNode operation = operations.putObject("publish-" + topic.name()).put("action", "send");
      operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
      for (Class<?> event : EventCodec.events(topic.events())) {
        message(event, messages.putObject(EventCodec.type(event)));
      }
    }
    return document;
  }

  private static void channel(Topic topic, ObjectNode channel) {
    channel.put("address", topic.name()).put("description", "Keyed by " + topic.key() + ".");
    ObjectNode messages = channel.putObject("messages");
    for (Class<?> event : EventCodec.events(topic.events())) {
      String type = EventCodec.type(event);
      messages.putObject(type).put("$ref", "#/components/messages/" + type);
    }
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.name()).put("partitions", topic.partitions());
    ObjectNode settings = kafka.putObject("topicConfiguration");
    ArrayNode policy = settings.putArray("cleanup.policy");
    policy.add(topic.compacted() ? "compact" : "delete");
    if (topic.retention() != null) {
      settings.put("retention.ms", topic.retention().toMillis());
    }
  }

  private void message(Class<?> event, ObjectNode message) {
    message.put("name", EventCodec.type(event)).put("title", event.getSimpleName());
    message.put("contentType", "application/json");
    message.set("payload", schemas.of(event));
  }
}
