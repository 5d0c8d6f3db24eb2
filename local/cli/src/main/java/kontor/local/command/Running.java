package kontor.local.command;

import java.util.Optional;
import kontor.local.platform.PlatformFolder;
import kontor.local.platform.RunningPlatform;
import picocli.CommandLine.Model.CommandSpec;

/** The running platform for a command that needs one. */
final class Running {

  private Running() {}

  /** Says so when there is none. */
  static Optional<RunningPlatform> platform(CommandSpec spec) {
    Optional<RunningPlatform> platform = RunningPlatform.of(PlatformFolder.current());
    if (platform.isEmpty()) {
      spec.commandLine().getErr().println("Kontor does not run: ./kontor up starts it.");
    }
    return platform;
  }
}
