package kontor.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topic;

/** Which topic an event type is published to; a type without a topic stays inside its service. */
public final class EventRoutes {

  private final Map<String, Topic> topics = new HashMap<>();

  public EventRoutes(List<Topic> declared) {
    for (Topic topic : declared) {
      for (Class<?> event : EventCodec.events(topic.events())) {
        topics.put(EventCodec.type(event), topic);
      }
    }
  }

  public Optional<Topic> topic(String eventType) {
    return Optional.ofNullable(topics.get(eventType));
  }
}
