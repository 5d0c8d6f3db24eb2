package kontor.catalog.imports.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a file's bytes are text. A byte order mark decides; without one it is UTF-16 if every second
 * byte is zero, UTF-8 if all of it is valid UTF-8, and Windows-1252 otherwise.
 */
public record Encoding(Charset charset, int markBytes) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int SAMPLE = 4096;

  /** Looks at the start, and at all of it where that does not decide. */
  public static Encoding of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(SAMPLE);
    }
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    if (zeros(start, 1) > start.length / 4) {
      return new Encoding(StandardCharsets.UTF_16LE, 0);
    }
    if (zeros(start, 0) > start.length / 4) {
      return new Encoding(StandardCharsets.UTF_16BE, 0);
    }
    return new Encoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
  }

  /** The text after the mark; a byte that is no text is a question mark in a diamond. */
  Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.skipNBytes(markBytes);
    return new InputStreamReader(in, charset);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int zeros(byte[] bytes, int offset) {
    int zeros = 0;
    for (int i = offset; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean isUtf8(Path file) throws IOException {
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    char[] buffer = new char[1 << 14];
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), strict)) {
      while (reader.read(buffer) >= 0) {
        // Reading is the check.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
