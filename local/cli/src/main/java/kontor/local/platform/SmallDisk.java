package kontor.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A disk of limited size in memory under a folder, so that it can be filled to the last byte
 * without harm to anything else. Needs Linux and the right to mount.
 */
public final class SmallDisk {

  private static final Path MOUNTS = Path.of("/proc/mounts");

  private SmallDisk() {}

  /** Puts one under an empty folder; false where that is not allowed, or data are there already. */
  static boolean mount(Path folder, int megabytes) {
    try {
      Files.createDirectories(folder);
      if (mounted(folder)) {
        return true;
      }
      return empty(folder)
          && run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs"), folder);
    } catch (IOException failed) {
      throw new PlatformException("Cannot write to " + folder + ": " + failed.getMessage(), failed);
    }
  }

  /** Takes it away with all that is on it; nothing happens where there is none. */
  static void unmount(Path folder) {
    if (mounted(folder) && !run(List.of("umount"), folder)) {
      throw new PlatformException("The small disk " + folder + " cannot be unmounted.");
    }
  }

  public static boolean mounted(Path folder) {
    try {
      String mark = " " + folder.toAbsolutePath() + " tmpfs ";
      return Files.exists(MOUNTS) && Files.readString(MOUNTS).contains(mark);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static boolean run(List<String> command, Path folder) {
    try {
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      builder.command().add(folder.toAbsolutePath().toString());
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      return builder.start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
