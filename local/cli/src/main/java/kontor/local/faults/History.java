package kontor.local.faults;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import kontor.local.edge.Answer;
import kontor.local.faults.Entry.Outcome;
import kontor.local.platform.PlatformException;

/** Every request with its answer and every fault, in the order in which they ended. */
final class History {

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private static final int SERVER_FAILED = 500;

  private final long begun = System.nanoTime();
  private final List<Entry> entries = new ArrayList<>();

  /** Milliseconds since the campaign began. */
  long now() {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Sends a request and notes it. No answer and an answer of 500 or more leave its effect open.
   *
   * @param kept the JSON pointers of the answer that are worth noting, by name
   */
  Entry ask(
      String actor,
      String operation,
      Map<String, Object> arguments,
      Map<String, String> kept,
      Supplier<Answer> request) {
    long start = now();
    try {
      Answer answer = request.get();
      Outcome outcome =
          answer.ok()
              ? Outcome.OK
              : answer.status() >= SERVER_FAILED ? Outcome.UNKNOWN : Outcome.REFUSED;
      return add(
          new Entry(
              0,
              actor,
              operation,
              arguments,
              start,
              now(),
              outcome,
              answer.status(),
              seen(answer, kept)));
    } catch (PlatformException silence) {
      Map<String, String> why = Map.of("detail", String.valueOf(silence.getMessage()));
      return add(new Entry(0, actor, operation, arguments, start, now(), Outcome.UNKNOWN, 0, why));
    }
  }

  private static Map<String, String> seen(Answer answer, Map<String, String> kept) {
    if (!answer.ok()) {
      return Map.of("detail", answer.at("/detail"));
    }
    Map<String, String> seen = new TreeMap<>();
    kept.forEach((name, pointer) -> seen.put(name, answer.at(pointer)));
    return seen;
  }

  /** Notes a fault that has ended. */
  Entry fault(Fault fault, long start, Outcome outcome, String detail) {
    return add(
        new Entry(
            0,
            "campaign",
            fault.kind().word(),
            Map.of("number", fault.number(), "target", fault.target()),
            start,
            now(),
            outcome,
            0,
            Map.of("detail", detail)));
  }

  private synchronized Entry add(Entry entry) {
    Entry numbered = entry.numbered(entries.size() + 1);
    entries.add(numbered);
    return numbered;
  }

  /** Writes one line of JSON for each entry, compressed. */
  void write(Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (Entry entry : entries()) {
        JSON.writeValue(out, entry);
        out.write('\n');
      }
    }
  }
}
