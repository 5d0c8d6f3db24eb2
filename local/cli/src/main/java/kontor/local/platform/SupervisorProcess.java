package kontor.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.network.Network;

/** The supervisor as a process in the background, which outlives the terminal it came from. */
public final class SupervisorProcess {

  private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(20);
  private static final int HEAP_MEGABYTES = 64;

  private SupervisorProcess() {}

  /**
   * Checks that all can start, ends what an earlier run left behind, and starts the supervisor.
   *
   * @throws PlatformException when something is in the way
   */
  public static RunningPlatform start(
      PlatformFolder folder, Instances instances, Map<String, String> environment) {
    folder.create();
    Optional<RunningPlatform> running = RunningPlatform.of(folder);
    if (running.isPresent()) {
      throw new PlatformException(
          "Kontor already runs (process "
              + running.get().pid()
              + "): ./kontor status shows it, ./kontor down stops it.");
    }
    new PidFiles(folder).endLeftovers(LEFTOVER_GRACE);
    Plan plan = new Plan(folder, instances, environment);
    List<String> obstacles = Preflight.obstacles(plan);
    if (!obstacles.isEmpty()) {
      throw new PlatformException(String.join(System.lineSeparator(), obstacles));
    }
    if (plan.breakable()) {
      folder.mountSmallDisks();
    }
    plan.components(); // takes applications apart where needed, so that the supervisor starts fast
    return launch(folder, instances, environment);
  }

  /** Ends the processes that a killed supervisor left behind; returns how many. */
  public static int endLeftovers(PlatformFolder folder) {
    return new PidFiles(folder).endLeftovers(LEFTOVER_GRACE);
  }

  private static RunningPlatform launch(
      PlatformFolder folder, Instances instances, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    // Ctrl-C in the terminal reaches all its processes; this one must stop them in order instead.
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    command.addAll(JavaCommand.start(HEAP_MEGABYTES, List.of("-XX:TieredStopAtLevel=1")));
    command.add("-Dlogback.configurationFile=kontor/local/logback.xml");
    command.add("-Dkontor.home=" + folder.project());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of("kontor.local.command.Kontor", "supervise", "--instances", instances.toString()));
    try {
      ProcessBuilder supervisor =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log("supervisor").toFile()));
      supervisor.environment().putAll(environment);
      return awaitControl(folder, supervisor.start());
    } catch (IOException failed) {
      throw new PlatformException("The supervisor cannot be started: " + failed, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", interrupted);
    }
  }

  private static RunningPlatform awaitControl(PlatformFolder folder, Process process)
      throws InterruptedException, IOException {
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      Optional<RunningPlatform> running = RunningPlatform.of(folder);
      if (running.isPresent()) {
        return running.get();
      }
    }
    List<String> log = Files.readAllLines(folder.log("supervisor"));
    String last = log.isEmpty() ? "" : log.get(log.size() - 1);
    throw new PlatformException("The supervisor ended at once: " + last);
  }

  /** The process itself: runs until it is told to stop. */
  public static void run(
      PlatformFolder folder, Instances instances, Map<String, String> environment)
      throws IOException, InterruptedException {
    Plan plan = new Plan(folder, instances, environment);
    TopicCreator creator = new TopicCreator(plan.bootstrapServers());
    Supervisor supervisor =
        new Supervisor(
            plan.components(), folder, () -> creator.create(Topics.all()), Clock.systemUTC());
    String token = Secrets.token();
    try (Network network = Network.open(plan.links().all());
        ControlServer control =
            ControlServer.start(supervisor, network, PlatformTable.CONTROL_PORT, token)) {
      ControlFile.ofThisProcess(control.port(), token).write(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
      supervisor.start();
      supervisor.awaitStopped();
    } finally {
      folder.dropSmallDisks();
      ControlFile.delete(folder);
    }
  }
}
