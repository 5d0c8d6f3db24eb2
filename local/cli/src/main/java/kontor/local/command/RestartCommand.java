package kontor.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kontor.local.platform.ComponentStatus;
import kontor.local.platform.PlatformException;
import kontor.local.platform.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a component in order and starts it again. */
@Command(
    name = "restart",
    mixinStandardHelpOptions = true,
    description = "Ends a component in order, starts it again, and waits until it is ready.")
final class RestartCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMPONENT",
      description = "For example order for all of its instances, or order-2 for one.")
  private String component;

  @Option(names = "--json", description = "Write the component's state as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  RestartCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Optional<RunningPlatform> running = Running.platform(spec);
    if (running.isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    RunningPlatform platform = running.get();
    Map<String, Integer> before =
        named(platform).stream()
            .collect(Collectors.toMap(ComponentStatus::name, ComponentStatus::restarts));
    if (!platform.restart(component)) {
      throw new PlatformException(
          "There is no component '"
              + component
              + "', only "
              + platform.status().components().stream()
                  .map(ComponentStatus::name)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    List<ComponentStatus> after = awaitReady(platform, before);
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    if (json) {
      terminal.json(after);
    } else {
      after.forEach(
          each -> terminal.line(each.name() + " is ready again after " + each.seconds() + " s."));
    }
    return 0;
  }

  private List<ComponentStatus> awaitReady(RunningPlatform platform, Map<String, Integer> before)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<ComponentStatus> now = named(platform);
      if (now.stream()
          .allMatch(
              each -> each.ready() && each.restarts() > before.getOrDefault(each.name(), 0))) {
        return now;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new PlatformException(
        component + " is not ready after " + PATIENCE.toMinutes() + " minutes.");
  }

  private List<ComponentStatus> named(RunningPlatform platform) {
    return platform.status().components().stream()
        .filter(each -> each.name().equals(component) || each.kind().equals(component))
        .toList();
  }
}
