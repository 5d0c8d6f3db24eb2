package kontor.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * A Spring Boot jar taken apart into a folder: nested jars are slow to read. A note of the jar's
 * checksum tells whether it is still the same; its time does not, for a reproducible build gives
 * every jar the same one.
 */
final class ExtractedJar {

  private ExtractedJar() {}

  /** The jar to run, taken apart anew when the original has changed. */
  static Path of(Path jar, Path folder) {
    Path note = folder.resolve("source");
    Path extracted = folder.resolve(String.valueOf(jar.getFileName()));
    try {
      String checksum = checksum(jar);
      if (!Files.exists(note) || !Files.readString(note).equals(checksum)) {
        Files.createDirectories(folder);
        extract(jar, folder);
        Files.writeString(note, checksum);
      }
      return extracted;
    } catch (IOException failed) {
      throw new PlatformException("Cannot take " + jar + " apart: " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Stopped while taking " + jar + " apart.", stopped);
    }
  }

  private static void extract(Path jar, Path folder) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            JavaCommand.executable(),
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--force",
            "--destination",
            folder.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(output);
    }
  }

  static String checksum(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      long length = in.transferTo(java.io.OutputStream.nullOutputStream());
      return length + " " + Long.toHexString(checksum.getValue());
    }
  }
}
