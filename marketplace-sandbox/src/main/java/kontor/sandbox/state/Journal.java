package kontor.sandbox.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import kontor.sandbox.document.Json;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file, one line per request that changed something: the line is there whole or not
 * at all, so a killed process loses nothing that it has answered. (A power cut may: lines are given
 * to the operating system, not forced to the disk.)
 */
final class Journal implements AutoCloseable {

  private final Path file;
  private @Nullable OutputStream out;

  Journal(Path folder) {
    this.file = folder.resolve("sandbox.journal");
  }

  /** Reads what earlier runs wrote; a last line that was cut off is left out. */
  void replay(Consumer<Change> each) {
    if (!Files.exists(file)) {
      return;
    }
    // A character that was cut in two is replaced, not refused: it is in the last line.
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try {
          for (JsonNode change : Json.parse(line)) {
            each.accept(Json.value(change, Change.class));
          }
        } catch (JsonProcessingException e) {
          if (lines.readLine() != null) {
            throw new IllegalStateException(file + " is damaged before its last line", e);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the file by one line with the state as it is, in one step, and goes on from there. */
  void restart(List<Change> state) {
    try {
      close();
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling("sandbox.journal.new");
      Files.write(fresh, line(state));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      out = Files.newOutputStream(file, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void append(List<Change> changes) {
    try {
      if (out != null) {
        out.write(line(changes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] line(List<Change> changes) {
    byte[] json = Json.bytes(Json.tree(changes));
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
