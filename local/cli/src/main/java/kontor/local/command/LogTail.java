package kontor.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kontor.local.platform.PlatformException;

/** Reads the end of a log, and then what is added to it. */
final class LogTail {

  private static final int MOST_BYTES = 1 << 20;

  private final Path file;
  private long position;

  /** From the file's present end on. */
  LogTail(Path file) {
    this.file = file;
    this.position = file.toFile().length();
  }

  /** The last lines, fewer when there are not so many. */
  static List<String> last(Path file, int lines) {
    if (!Files.exists(file)) {
      return List.of();
    }
    long length = file.toFile().length();
    List<String> all = read(file, Math.max(0, length - MOST_BYTES), length).lines().toList();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  /** The whole lines that were added since; a file that became shorter is read from its start. */
  List<String> added() {
    long length = file.toFile().length();
    if (length < position) {
      position = 0;
    }
    String text = read(file, position, Math.min(length, position + MOST_BYTES));
    int whole = text.lastIndexOf('\n') + 1;
    String lines = text.substring(0, whole);
    position += lines.getBytes(StandardCharsets.UTF_8).length;
    return lines.lines().toList();
  }

  private static String read(Path file, long from, long to) {
    if (to <= from) {
      return "";
    }
    try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) (to - from)];
      reader.seek(from);
      reader.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new PlatformException("Cannot read " + file + ": " + failed.getMessage(), failed);
    }
  }
}
