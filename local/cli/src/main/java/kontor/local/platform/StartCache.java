package kontor.local.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What Java noted of a component in an earlier run, so that it starts in a fraction of the time:
 * its classes, loaded and linked, and which of its methods are hot (JEP 483, 514 and 515; from Java
 * 25). It holds for the very jars and the Java that it was made with, which Java itself checks by
 * size and time only, and a reproducible build gives every jar the same time.
 */
final class StartCache {

  /** The first Java that makes a cache in one run. */
  private static final int SINCE = 25;

  /** Java tells of each class that it cannot keep. */
  private static final String QUIET = "-Xlog:aot*=off";

  private final Path cache;
  private final Path note;
  private final String made;

  /**
   * @param folder where caches are kept
   * @param name of the component
   * @param jars all that it is loaded from
   */
  StartCache(Path folder, String name, List<Path> jars) {
    cache = folder.resolve(name + ".aot");
    note = folder.resolve(name + ".source");
    made = fingerprint(jars);
  }

  static boolean possible() {
    return Runtime.version().feature() >= SINCE;
  }

  /** Java's flags to start with what was noted; none if there is nothing, or of other jars. */
  List<String> use() {
    try {
      boolean valid =
          Files.exists(cache) && Files.exists(note) && Files.readString(note).equals(made);
      return valid ? List.of("-XX:AOTCache=" + cache, QUIET) : List.of();
    } catch (IOException failed) {
      throw new PlatformException("Cannot read " + note + ": " + failed.getMessage(), failed);
    }
  }

  /** Java's flags to note it, which is written when the process ends in order. */
  List<String> learn() {
    try {
      Files.createDirectories(cache.getParent());
      Files.deleteIfExists(cache);
      Files.writeString(note, made);
      return List.of("-XX:AOTCacheOutput=" + cache, QUIET);
    } catch (IOException failed) {
      throw new PlatformException("Cannot write " + cache + ": " + failed.getMessage(), failed);
    }
  }

  private static String fingerprint(List<Path> jars) {
    CRC32C all = new CRC32C();
    try {
      for (Path jar : jars) {
        all.update((jar + " " + ExtractedJar.checksum(jar)).getBytes(UTF_8));
      }
    } catch (IOException failed) {
      throw new PlatformException("Cannot read the jars: " + failed.getMessage(), failed);
    }
    return System.getProperty("java.vm.version") + " " + Long.toHexString(all.getValue());
  }
}
