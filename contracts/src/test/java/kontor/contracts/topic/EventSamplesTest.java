package kontor.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every event type has a sample that was released; it must be read and written for ever. A form
 * with fields that were added later is a sample of its own: {@code <type>+<what>.json}.
 */
class EventSamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EventCodec CODEC = EventCodec.ofTopics();
  private static final Path SAMPLES = Path.of("src/test/resources/events");

  static Stream<Class<?>> types() {
    return Topics.all().stream().flatMap(topic -> EventCodec.events(topic.events()).stream());
  }

  @ParameterizedTest
  @MethodSource("types")
  void theSampleIsReadAndWrittenAsItWas(Class<?> event) throws IOException {
    JsonNode sample = sample(event);

    assertThat(written(read(event, sample))).isEqualTo(sample);
  }

  static List<Path> laterForms() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(file -> String.valueOf(file.getFileName()).contains("+")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("laterForms")
  void aLaterFormIsReadAndWrittenAsItWas(Path file) throws IOException {
    JsonNode sample = JSON.readTree(Files.readString(file));
    String type = String.valueOf(file.getFileName()).replaceFirst("\\+.*", "");

    assertThat(written(CODEC.read(type, JSON.writeValueAsBytes(sample)).orElseThrow()))
        .isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("types")
  void aFieldOfANewerVersionIsPassedOver(Class<?> event) throws IOException {
    ObjectNode newer = sample(event).deepCopy();
    newer.put("fromTheFuture", 1);

    assertThat(written(read(event, newer))).isEqualTo(sample(event));
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsMissingIsNamed(Class<?> event) throws IOException {
    ObjectNode sample = sample(event).deepCopy();
    Iterator<String> names = List.copyOf(fields(sample)).iterator();
    String required = names.next();
    sample.remove(required);

    assertThatThrownBy(() -> read(event, sample))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining(required);
  }

  @Test
  void anUnknownTypeIsToldApartFromABrokenPayload() {
    assertThat(CODEC.read("kontor.unknown.v1", bytes("{}"))).isEmpty();
    assertThatThrownBy(() -> CODEC.read("kontor.order.confirmed.v1", bytes("{")))
        .isInstanceOf(UnreadableEventException.class);
    assertThatThrownBy(() -> CODEC.read("kontor.order.confirmed.v1", bytes("null")))
        .isInstanceOf(UnreadableEventException.class);
  }

  @Test
  void aDeeplyNestedPayloadIsRefused() {
    String deep = "[".repeat(1_000) + "]".repeat(1_000);

    assertThatThrownBy(
            () -> CODEC.read("kontor.order.confirmed.v1", bytes("{\"order\":" + deep + "}")))
        .isInstanceOf(UnreadableEventException.class);
  }

  private static List<String> fields(ObjectNode node) {
    List<String> names = new java.util.ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Object read(Class<?> event, JsonNode json) throws IOException {
    return CODEC.read(EventCodec.type(event), JSON.writeValueAsBytes(json)).orElseThrow();
  }

  private static JsonNode written(Object event) throws IOException {
    return JSON.readTree(CODEC.write(event));
  }

  private static JsonNode sample(Class<?> event) throws IOException {
    String file = "/events/" + EventCodec.type(event) + ".json";
    try (@Nullable InputStream content = EventSamplesTest.class.getResourceAsStream(file)) {
      assertThat(content).as("no sample " + file).isNotNull();
      return JSON.readTree(content);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
