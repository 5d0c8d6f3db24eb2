package kontor.catalog.imports.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import kontor.catalog.edit.Refused;
import kontor.catalog.platform.PlatformSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on disk, as it came.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
record Upload(Path path, String sha256) {

  private static final long MOST_BYTES = 50L << 20;
  private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
  private static final int BUFFER = 1 << 16;

  /** Where this instance keeps files while they are taken in. */
  static Path folder(PlatformSettings settings) {
    return settings.dataDir().resolve("imports").resolve(settings.instance());
  }

  /** Removes what a process that died has left behind. */
  static void clear(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("files of earlier imports stay behind in {}", folder, e);
    }
  }

  /**
   * Writes it down as it comes, whatever its size; refuses an empty one and one that is too big.
   */
  static Upload store(InputStream in, Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    MessageDigest digest = digester();
    try {
      long size = copy(new DigestInputStream(in, digest), target);
      if (size == 0) {
        throw Refused.field("file", "is empty");
      }
      return new Upload(target, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | Refused e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  private static long copy(InputStream in, Path target) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > MOST_BYTES) {
          throw Refused.of(Refused.Reason.TOO_LARGE, "a file has at most 50 MB");
        }
        out.write(buffer, 0, read);
      }
    }
    return size;
  }

  private static MessageDigest digester() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
