package kontor.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import kontor.local.edge.Answer;
import kontor.local.faults.Entry.Outcome;
import kontor.local.platform.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request and every fault is a line, and what is not known is called unknown. */
class HistoryTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final History history = new History();

  @Test
  void anAnswerIsYesOrNoAndAllElseIsUnknown() {
    assertThat(ask(() -> answer(202)).outcome()).isEqualTo(Outcome.OK);
    assertThat(ask(() -> answer(409)).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(ask(() -> answer(503)).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(ask(HistoryTest::silence).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(history.entries()).extracting(Entry::id).containsExactly(1, 2, 3, 4);
  }

  @Test
  void itIsWrittenAsOneLineForEach() throws IOException {
    Entry asked = ask(() -> answer(202));
    Fault kill = new Fault(1, FaultKind.KILL, "order", Duration.ZERO, Duration.ZERO, 1);
    history.fault(kill, history.now(), Outcome.INJECTED, "killed");
    Path file = folder.resolve("history.jsonl.gz");
    history.write(file);
    List<String> lines;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(lines).hasSize(2);
    JsonNode first = JSON.readTree(lines.get(0));
    assertThat(first.at("/operation").asText()).isEqualTo("checkout");
    assertThat(first.at("/answer/order").asText()).isEqualTo(asked.answer().get("order"));
    assertThat(JSON.readTree(lines.get(1)).at("/arguments/target").asText()).isEqualTo("order");
  }

  private Entry ask(Supplier<Answer> request) {
    return history.ask("guest", "checkout", Map.of("key", "k"), Map.of("order", "/id"), request);
  }

  private static Answer answer(int status) {
    return new Answer(status, JSON.createObjectNode().put("id", "o-1"), "{}");
  }

  private static Answer silence() {
    throw new PlatformException("no answer");
  }
}
