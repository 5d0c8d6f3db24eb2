package kontor.contracts.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kontor.contracts.EventType;

/**
 * Turns events into JSON bytes and back, and knows each type by its written-down name. Unknown
 * fields are ignored, an unknown type is told apart from a broken payload. Safe for threads.
 */
public final class EventCodec {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(50).build())
                  .build())
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Map<String, ObjectReader> readers = new HashMap<>();
  private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();

  private EventCodec() {}

  /** The codec of all events on the declared topics. */
  public static EventCodec ofTopics() {
    EventCodec codec = new EventCodec();
    Topics.all().forEach(topic -> codec.register(topic.events()));
    return codec;
  }

  /** The codec of the given sealed interfaces' events: what a service keeps to itself. */
  public static EventCodec of(Class<?>... sealedInterfaces) {
    EventCodec codec = new EventCodec();
    for (Class<?> events : sealedInterfaces) {
      codec.register(events);
    }
    return codec;
  }

  /** The name of an event on the wire. */
  public static String type(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    if (type == null) {
      throw new IllegalArgumentException("no @EventType on " + event);
    }
    return type.value();
  }

  public Set<String> types() {
    return Set.copyOf(readers.keySet());
  }

  public byte[] write(Object event) {
    ObjectWriter writer = writers.get(event.getClass());
    if (writer == null) {
      throw new IllegalArgumentException("not an event of this codec: " + event.getClass());
    }
    try {
      return writer.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event that JSON cannot hold: " + event, e);
    }
  }

  /**
   * Empty for a type that this codec does not know.
   *
   * @throws UnreadableEventException when the payload does not fit its type
   */
  public Optional<Object> read(String type, byte[] payload) {
    ObjectReader reader = readers.get(type);
    if (reader == null) {
      return Optional.empty();
    }
    try {
      Object event = reader.readValue(payload);
      if (event == null) {
        throw new UnreadableEventException(type, "the payload is null", null);
      }
      RequiredFields.missing(event)
          .ifPresent(
              path -> {
                throw new UnreadableEventException(type, "missing: " + path, null);
              });
      return Optional.of(event);
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw new UnreadableEventException(type, String.valueOf(e.getMessage()), e);
    }
  }

  /** The events of a sealed interface, those of its parts included. */
  public static List<Class<?>> events(Class<?> sealedInterface) {
    return Stream.of(sealedInterface.getPermittedSubclasses())
        .flatMap(part -> part.isSealed() ? events(part).stream() : Stream.of(part))
        .toList();
  }

  private void register(Class<?> sealedInterface) {
    for (Class<?> event : events(sealedInterface)) {
      if (readers.put(type(event), MAPPER.readerFor(event)) != null) {
        throw new IllegalArgumentException("two events are called " + type(event));
      }
      writers.put(event, MAPPER.writerFor(event));
    }
  }
}
