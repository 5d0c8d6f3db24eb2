package kontor.local.command;

import java.time.Duration;
import java.util.Optional;
import kontor.local.platform.PlatformException;
import kontor.local.platform.PlatformFolder;
import kontor.local.platform.RunningPlatform;
import kontor.local.platform.SupervisorProcess;

/** Stops the platform so that no process of it is left. */
final class Stopping {

  /** Four ranks, each with its grace, which is minutes where Java writes what it has noted. */
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private Stopping() {}

  /** Returns whether anything ran. */
  static boolean stop(PlatformFolder folder) {
    Optional<RunningPlatform> platform = RunningPlatform.of(folder);
    if (platform.isEmpty()) {
      return SupervisorProcess.endLeftovers(folder) > 0;
    }
    platform.get().down();
    if (!platform.get().awaitEnd(PATIENCE)) {
      throw new PlatformException(
          "The supervisor (process " + platform.get().pid() + ") does not end.");
    }
    SupervisorProcess.endLeftovers(folder);
    return true;
  }
}
