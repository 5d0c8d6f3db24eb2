package kontor.local.command;

import java.util.Map;
import java.util.concurrent.Callable;
import kontor.local.platform.PlatformFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the platform and keeps its data. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = {
      "Stops every component in order: gateway, services, broker, store.",
      "",
      "One that does not end within 20 seconds is killed. The next ./kontor up finds all data as "
          + "they were.",
      ""
    })
final class DownCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Write the outcome as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DownCommand() {}

  @Override
  public Integer call() {
    long start = System.nanoTime();
    boolean ran = Stopping.stop(PlatformFolder.current());
    long seconds = Math.round((System.nanoTime() - start) / 1e9);
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    if (json) {
      terminal.json(Map.of("stopped", ran));
    } else {
      terminal.line(ran ? "Kontor stopped after " + seconds + " s." : "Kontor does not run.");
    }
    return 0;
  }
}
