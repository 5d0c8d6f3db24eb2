package kontor.local.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs this program runs the platform too, with flags for many small processes. */
final class JavaCommand {

  private static final int QUIET_NATIVE_ACCESS = 24;
  private static final int SMALL_OBJECT_HEADERS = 25;

  private JavaCommand() {}

  static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Up to the class path or jar. */
  static List<String> start(int heapMegabytes, List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(executable());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-Xss512k");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dfile.encoding=UTF-8");
    int version = Runtime.version().feature();
    if (version >= QUIET_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    if (version >= SMALL_OBJECT_HEADERS) {
      command.add("-XX:+UseCompactObjectHeaders");
    }
    command.addAll(flags);
    return command;
  }
}
