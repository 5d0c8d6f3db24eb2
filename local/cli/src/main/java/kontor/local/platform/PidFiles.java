package kontor.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Notes of the processes that run, so that those a killed supervisor left behind can be ended. A
 * note holds the start time as well: numbers are used again by other programs.
 */
final class PidFiles {

  private final Path folder;

  PidFiles(PlatformFolder platform) {
    this.folder = platform.run();
  }

  void write(String component, ProcessHandle process) {
    try {
      Files.writeString(file(component), process.pid() + " " + startOf(process).toEpochMilli());
    } catch (IOException failed) {
      throw new PlatformException("Cannot write to " + folder + ": " + failed.getMessage(), failed);
    }
  }

  void remove(String component) {
    try {
      Files.deleteIfExists(file(component));
    } catch (IOException failed) {
      throw new PlatformException("Cannot write to " + folder + ": " + failed.getMessage(), failed);
    }
  }

  /** Ends all noted processes that still run, and returns how many there were. */
  int endLeftovers(Duration grace) {
    List<Path> notes = notes();
    List<ProcessHandle> left = notes.stream().flatMap(note -> running(note).stream()).toList();
    left.forEach(ProcessHandle::destroy);
    CompletableFuture<?>[] exits =
        left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(exits)
        .completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    left.forEach(ProcessHandle::destroyForcibly);
    notes.forEach(note -> note.toFile().delete());
    return left.size();
  }

  private List<Path> notes() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pid")).toList();
    } catch (IOException failed) {
      throw new PlatformException("Cannot read " + folder + ": " + failed.getMessage(), failed);
    }
  }

  private static Optional<ProcessHandle> running(Path note) {
    try {
      String[] parts = Files.readString(note).strip().split(" ", 2);
      long started = Long.parseLong(parts[1]);
      return ProcessHandle.of(Long.parseLong(parts[0]))
          .filter(process -> startOf(process).toEpochMilli() == started);
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private Path file(String component) {
    return folder.resolve(component + ".pid");
  }
}
