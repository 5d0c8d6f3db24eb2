package kontor.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kontor.local.platform.PlatformException;
import kontor.local.platform.PlatformFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the components wrote. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the end of the logs, of one component or of all.",
      "",
      "Besides the components there are the logs 'supervisor' and 'build'.",
      ""
    })
final class LogsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMPONENT",
      defaultValue = "",
      description = "For example order; without it all of them.")
  private String component;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is added, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "40",
      description = "How many lines of each log, default ${DEFAULT-VALUE}.")
  private int lines;

  @Option(names = "--json", description = "Write each line as a JSON object.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  LogsCommand() {}

  /** A line as JSON. */
  record Line(String component, String line) {}

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Path> logs = logs();
    if (logs.isEmpty()) {
      throw new PlatformException(
          component.isEmpty()
              ? "There are no logs yet."
              : "There is no log of '" + component + "'.");
    }
    Map<String, LogTail> tails = new LinkedHashMap<>();
    for (Map.Entry<String, Path> log : logs.entrySet()) {
      tails.put(log.getKey(), new LogTail(log.getValue()));
      print(log.getKey(), LogTail.last(log.getValue(), lines), logs.size() > 1);
    }
    while (follow) {
      tails.forEach((name, tail) -> print(name, tail.added(), logs.size() > 1));
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return 0;
  }

  private void print(String name, List<String> added, boolean several) {
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    for (String line : added) {
      if (json) {
        terminal.json(new Line(name, line));
      } else {
        terminal.line(several ? name + " | " + line : line);
      }
    }
  }

  private Map<String, Path> logs() {
    Path folder = PlatformFolder.current().logs();
    Map<String, Path> logs = new LinkedHashMap<>();
    if (!Files.isDirectory(folder)) {
      return logs;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .sorted()
          .forEach(
              file -> {
                String name = file.getFileName().toString().replaceFirst("\\.log$", "");
                if (component.isEmpty() || name.equals(component)) {
                  logs.put(name, file);
                }
              });
    } catch (IOException failed) {
      throw new PlatformException("Cannot read " + folder + ": " + failed.getMessage(), failed);
    }
    return logs;
  }
}
