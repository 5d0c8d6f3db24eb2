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
import kontor.catalog.edit.Refused;

/**
 * A file on disk, as it came.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
record Upload(Path path, String sha256) {

  private static final long MOST_BYTES = 50L << 20;
  private static final int BUFFER = 1 << 16;

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
