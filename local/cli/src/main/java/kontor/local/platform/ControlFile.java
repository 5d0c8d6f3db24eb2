package kontor.local.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach the running supervisor; only the owner can read it.
 *
 * @param started when the supervisor's process began: numbers are used again by other programs
 * @param token what every request must show
 */
record ControlFile(long pid, long started, int port, String token) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** For the process that this is. */
  static ControlFile ofThisProcess(int port, String token) {
    ProcessHandle self = ProcessHandle.current();
    return new ControlFile(self.pid(), PidFiles.startOf(self).toEpochMilli(), port, token);
  }

  private boolean alive() {
    return ProcessHandle.of(pid)
        .filter(process -> PidFiles.startOf(process).toEpochMilli() == started)
        .map(ProcessHandle::isAlive)
        .orElse(false);
  }

  private static Path file(PlatformFolder folder) {
    return folder.run().resolve("control.json");
  }

  void write(PlatformFolder folder) throws IOException {
    PlatformFolder.writePrivately(file(folder), JSON.writeValueAsString(this));
  }

  /** Absent when no supervisor runs; a note of one that was killed does not count. */
  static Optional<ControlFile> read(PlatformFolder folder) {
    Path file = file(folder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ControlFile control = JSON.readValue(file.toFile(), ControlFile.class);
      return Optional.of(control).filter(ControlFile::alive);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static void delete(PlatformFolder folder) throws IOException {
    Files.deleteIfExists(file(folder));
  }

  @Override
  public String toString() {
    return "control of process " + pid + " at port " + port;
  }
}
