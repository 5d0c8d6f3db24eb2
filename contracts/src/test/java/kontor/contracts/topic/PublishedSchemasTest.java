package kontor.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The schemas and the AsyncAPI document in {@code contracts/published} are those of the records.
 * After a change on purpose, {@code -Dkontor.publish=true} writes them anew.
 */
class PublishedSchemasTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path FOLDER = Path.of("published");

  private final Schemas schemas = new Schemas();

  @Test
  void everyEventHasItsSchema() throws IOException {
    for (Topic topic : Topics.all()) {
      for (Class<?> event : EventCodec.events(topic.events())) {
        String file = "schemas/" + EventCodec.type(event) + ".json";
        compare(FOLDER.resolve(file), schemas.of(event));
      }
    }
  }

  @Test
  void theAsyncApiDocumentNamesEveryTopicAndEvent() throws IOException {
    compare(FOLDER.resolve("asyncapi.json"), new AsyncApi(schemas).document());
  }

  @Test
  void noSchemaIsLeftOfAnEventThatIsGone() throws IOException {
    everyEventHasItsSchema(); // written anew, where that is asked for
    long events = Topics.all().stream().mapToLong(t -> EventCodec.events(t.events()).size()).sum();
    try (Stream<Path> files = Files.list(FOLDER.resolve("schemas"))) {
      assertThat(files.count()).isEqualTo(events);
    }
  }

  private static void compare(Path file, JsonNode expected) throws IOException {
    if (Boolean.getBoolean("kontor.publish")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, JSON.writeValueAsString(expected) + "\n");
    }
    assertThat(file).exists();
    assertThat(JSON.readTree(Files.readString(file))).as(file.toString()).isEqualTo(expected);
  }
}
