package kontor.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the platform keeps its files: {@code .kontor} in the project's folder. */
public record PlatformFolder(Path project) {

  /** Whose disks may be small. */
  private static final List<String> FILLABLE = List.of("store", "broker");

  private static final int SMALL_DISK_MEGABYTES = 512;

  /** The folder of the project this program was started for. */
  public static PlatformFolder current() {
    return new PlatformFolder(Path.of(System.getProperty("kontor.home", "")).toAbsolutePath());
  }

  Path root() {
    return project.resolve(".kontor");
  }

  public Path data(String component) {
    return root().resolve("data").resolve(component);
  }

  public Path logs() {
    return root().resolve("logs");
  }

  public Path log(String component) {
    return logs().resolve(component + ".log");
  }

  Path run() {
    return root().resolve("run");
  }

  Path secrets() {
    return root().resolve("secrets");
  }

  /** Applications taken apart so that they start faster. */
  Path applications() {
    return root().resolve("apps");
  }

  /** What Java noted of them in earlier runs. */
  Path startCaches() {
    return root().resolve("start");
  }

  /** What a process writes for as long as it lives; emptied before its next life. */
  Path scratch(String component) {
    return root().resolve("tmp").resolve(component);
  }

  void emptyScratch(String component) throws IOException {
    delete(scratch(component));
    Files.createDirectories(scratch(component));
  }

  /** Makes the folders, those with secrets for the owner only. */
  public void create() {
    try {
      for (Path folder : List.of(logs(), run(), secrets())) {
        Files.createDirectories(folder);
      }
      ownerOnly(run(), "rwx------");
      ownerOnly(secrets(), "rwx------");
    } catch (IOException failed) {
      throw new PlatformException("Cannot write to " + root() + ": " + failed.getMessage(), failed);
    }
  }

  /** Keeps the data of store and broker in little space, where that is possible. */
  void mountSmallDisks() {
    FILLABLE.forEach(component -> SmallDisk.mount(data(component), SMALL_DISK_MEGABYTES));
  }

  /** What belongs to the data on small disks goes with them; without any nothing happens. */
  void dropSmallDisks() {
    if (FILLABLE.stream().anyMatch(component -> SmallDisk.mounted(data(component)))) {
      FILLABLE.forEach(component -> SmallDisk.unmount(data(component)));
      delete(root().resolve("data"));
    }
  }

  /** Deletes data, logs and secrets; not what was built, nor what Java learned of that. */
  public void reset() {
    dropSmallDisks();
    for (String part : List.of("data", "logs", "run", "secrets", "tmp")) {
      delete(root().resolve(part));
    }
  }

  /** Writes a file that only the owner may read. */
  static void writePrivately(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    ownerOnly(fresh, "rw-------");
    Files.writeString(fresh, text);
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static void ownerOnly(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new PlatformException("Cannot delete " + folder + ": " + failed.getMessage(), failed);
    }
  }
}
