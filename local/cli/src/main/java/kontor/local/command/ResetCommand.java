package kontor.local.command;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import kontor.local.platform.PlatformException;
import kontor.local.platform.PlatformFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the platform and deletes everything it has stored. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = {
      "Stops the platform and deletes all it has stored on this machine. Asks first.",
      "",
      "Gone are then products, orders, stock, indexes, logs, keys and the password. Servers given by "
          + "MONGODB_URI or KAFKA_BOOTSTRAP_SERVERS are not touched.",
      ""
    })
final class ResetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Write the outcome as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ResetCommand() {}

  @Override
  public Integer call() throws IOException {
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    if (!yes && !confirmed(terminal)) {
      throw new PlatformException("Nothing was deleted.");
    }
    Stopping.stop(PlatformFolder.current());
    PlatformFolder.current().reset();
    if (json) {
      terminal.json(Map.of("reset", true));
    } else {
      terminal.line("All data of this machine's platform are deleted.");
    }
    return 0;
  }

  private static boolean confirmed(Terminal terminal) throws IOException {
    terminal.line("This deletes all products, orders and settings of the local platform.");
    terminal.line("Type 'reset' to go on:");
    StringBuilder answer = new StringBuilder();
    for (int read = System.in.read(); read >= 0 && read != '\n'; read = System.in.read()) {
      answer.append((char) read);
    }
    return answer.toString().strip().equals("reset");
  }
}
