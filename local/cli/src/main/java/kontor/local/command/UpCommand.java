package kontor.local.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import kontor.local.platform.ComponentStatus;
import kontor.local.platform.Instances;
import kontor.local.platform.Plan;
import kontor.local.platform.PlatformException;
import kontor.local.platform.PlatformFolder;
import kontor.local.platform.PlatformStatus;
import kontor.local.platform.RunningPlatform;
import kontor.local.platform.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the platform and stays until it is stopped. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Builds what is needed, starts every component, and waits until all are ready.",
      "",
      "It stays in the foreground, and Ctrl-C stops everything; the next time all data are there "
          + "again. With MONGODB_URI or KAFKA_BOOTSTRAP_SERVERS in the environment it uses those "
          + "servers instead of starting its own.",
      ""
    })
final class UpCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration STOP_PATIENCE = Duration.ofMinutes(12);
  private static final int LOG_TAIL = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-d", "--detach"},
      description = "Return when everything is ready, and leave it running.")
  private boolean detach;

  @Option(
      names = {"-n", "--instances"},
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many of each service to run (1 to 5), default ${DEFAULT-VALUE}; connector=2 for two of "
              + "one service, 2,connector=3 for three of it and two of each other.")
  private String instances = "1";

  @Option(
      names = "--light",
      description =
          "Compile for a quick start instead of for speed: ready in half the time and with less "
              + "memory, but with a third of the throughput in the long run.")
  private boolean light;

  @Option(
      names = "--learn",
      description =
          "Note what Java learns of the services meanwhile, and write it when they are stopped, "
              + "which takes a minute or two: until they are built anew the connector starts "
              + "with less than half the work, and each is fast sooner. Takes Java 25.")
  private boolean learn;

  @Option(
      names = "--breakable",
      description =
          "Prepare for ./kontor faults: connections to store and broker lead through links that can "
              + "be cut. Where this user may mount, and no data are there yet, the data of both lie "
              + "on small disks in memory, and all data are gone when it stops.")
  private boolean breakable;

  /** Read by the script, which builds before it starts Java. */
  @Option(names = "--no-build", description = "Start what was built before.")
  @SuppressWarnings("UnusedVariable")
  private boolean noBuild;

  @Option(names = "--json", description = "Write the state as JSON once all are ready.")
  private boolean json;

  private final PlatformFolder folder = PlatformFolder.current();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  UpCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Instances wanted = wanted();
    if (learn && !Plan.canLearn()) {
      throw new ParameterException(
          spec.commandLine(), "--learn takes Java 25 or later, this is " + Runtime.version());
    }
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    RunningPlatform platform = SupervisorProcess.start(folder, wanted, environment());
    Thread stop = new Thread(() -> stop(platform, terminal), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    awaitReady(platform, terminal);
    report(platform, terminal);
    if (!json) {
      new DemoOffer(folder.project(), Access.current().manager(), terminal).make(!detach);
    }
    if (detach) {
      Runtime.getRuntime().removeShutdownHook(stop);
      return 0;
    }
    stay(platform, terminal);
    return 0;
  }

  private Instances wanted() {
    try {
      return Instances.parse(instances);
    } catch (IllegalArgumentException unclear) {
      throw new ParameterException(
          spec.commandLine(), "--instances: " + unclear.getMessage(), unclear);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (light) {
      environment.put(Plan.LIGHT, "true");
    }
    if (learn) {
      environment.put(Plan.LEARN, "true");
    }
    if (breakable) {
      environment.put(Plan.BREAKABLE, "true");
    }
    return environment;
  }

  private void awaitReady(RunningPlatform platform, Terminal terminal) throws InterruptedException {
    StartView view = new StartView(terminal);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    PlatformStatus status = platform.status();
    while (!status.ready()) {
      if (!json) {
        view.show(status);
      }
      refuseHopeless(status);
      if (System.nanoTime() > deadline) {
        throw new PlatformException("Not everything became ready in time. " + status.problem());
      }
      TimeUnit.MILLISECONDS.sleep(terminal.live() ? 120 : 250);
      status = platform.status();
    }
    if (!json) {
      view.show(status);
    }
  }

  /** A component that ends again and again will not start by waiting. */
  private void refuseHopeless(PlatformStatus status) {
    Optional<ComponentStatus> failed =
        status.components().stream().filter(ComponentStatus::hopeless).findFirst();
    if (failed.isPresent()) {
      List<String> tail = LogTail.last(folder.log(failed.get().name()), LOG_TAIL);
      throw new PlatformException(
          String.join(System.lineSeparator(), tail)
              + System.lineSeparator()
              + failed.get().name()
              + " does not start; above is the end of "
              + folder.log(failed.get().name()));
    }
  }

  private void report(RunningPlatform platform, Terminal terminal) {
    if (json) {
      terminal.json(platform.status());
      return;
    }
    PlatformStatus status = platform.status();
    long memory = status.components().stream().mapToLong(ComponentStatus::memoryMegabytes).sum();
    terminal.line("");
    terminal.line(
        "All components are ready" + (memory > 0 ? ", " + memory + " MB in memory." : "."));
    String signIn = new Plan(folder, Instances.ofEach(1), System.getenv()).signIn();
    if (!signIn.isEmpty()) {
      terminal.line(signIn);
    }
    terminal.line(
        detach ? "./kontor status shows it, ./kontor down stops it." : "Ctrl-C stops everything.");
  }

  /** Tells what changes until the platform has ended. */
  private void stay(RunningPlatform platform, Terminal terminal) {
    StartView changes = new StartView(new Terminal(spec.commandLine().getErr(), false));
    changes.remember(platform.status());
    while (!platform.awaitEnd(Duration.ofSeconds(1))) {
      try {
        changes.show(platform.status());
      } catch (PlatformException ending) {
        terminal.line("Kontor stops.");
        platform.awaitEnd(STOP_PATIENCE);
        return;
      }
    }
    terminal.line("Kontor was stopped.");
  }

  private void stop(RunningPlatform platform, Terminal terminal) {
    if (RunningPlatform.of(folder).isEmpty()) {
      return;
    }
    if (!json) {
      terminal.line("Stopping ...");
    }
    platform.down();
    platform.awaitEnd(STOP_PATIENCE);
  }
}
