package kontor.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux tells about memory; other systems are not asked. */
final class Memory {

  private static final int KILOBYTES_PER_MEGABYTE = 1024;

  private Memory() {}

  /** Memory that programs can still get without swapping. */
  static OptionalLong availableMegabytes() {
    return read(Path.of("/proc/meminfo"), "MemAvailable");
  }

  static long residentMegabytes(long pid) {
    return pid == 0 ? 0 : read(Path.of("/proc/" + pid + "/status"), "VmRSS").orElse(0);
  }

  private static OptionalLong read(Path file, String key) {
    try {
      Matcher line =
          Pattern.compile("^" + key + ":\\s+(\\d+) kB", Pattern.MULTILINE)
              .matcher(Files.readString(file));
      return line.find()
          ? OptionalLong.of(Long.parseLong(line.group(1)) / KILOBYTES_PER_MEGABYTE)
          : OptionalLong.empty();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
