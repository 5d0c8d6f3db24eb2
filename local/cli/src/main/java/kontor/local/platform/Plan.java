package kontor.local.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is to run: the table's rows whose modules exist here, each as often as asked for. A server
 * that the environment names ({@code MONGODB_URI}, {@code KAFKA_BOOTSTRAP_SERVERS}) is used and not
 * started.
 */
public final class Plan {

  /**
   * Whether Java compiles for a quick start. Its second compiler makes the platform three times as
   * fast, but for the first minutes it takes most of a small machine.
   */
  public static final String LIGHT = "KONTOR_LIGHT";

  /** Whether Java notes what helps it to start the next time. */
  public static final String LEARN = "KONTOR_LEARN";

  /** Whether connections to store and broker, and the disks of both, can be broken on purpose. */
  public static final String BREAKABLE = "KONTOR_BREAKABLE";

  private static final Duration GRACE = Duration.ofSeconds(20);

  /** What was noted is written when the process ends, by all of them at once. */
  private static final Duration LEARNED = Duration.ofMinutes(5);

  private final PlatformFolder folder;
  private final Instances instances;
  private final Map<String, String> environment;
  private final List<ServiceSpec> rows;
  private final Links links;

  public Plan(PlatformFolder folder, Instances instances, Map<String, String> environment) {
    this.folder = folder;
    this.instances = instances;
    this.environment = environment;
    this.rows =
        PlatformTable.all().stream()
            .filter(row -> row.artifact() == Artifact.OWN || exists(row))
            .filter(row -> !given(row))
            .toList();
    this.links =
        Boolean.parseBoolean(environment.get(BREAKABLE)) ? Links.of(rows, instances) : Links.none();
  }

  /** Whether this Java can note what helps it to start. */
  public static boolean canLearn() {
    return StartCache.possible();
  }

  /** The links that are to be opened, none unless they were asked for. */
  Links links() {
    return links;
  }

  List<ServiceSpec> rows() {
    return rows;
  }

  boolean breakable() {
    return !links.all().isEmpty();
  }

  /** Somebody else's servers are reached directly. */
  boolean cannotBeBroken() {
    return breakable()
        && (environment.containsKey("MONGODB_URI")
            || environment.containsKey("KAFKA_BOOTSTRAP_SERVERS"));
  }

  private boolean exists(ServiceSpec row) {
    return Files.exists(folder.project().resolve(row.folder()).resolve("pom.xml"));
  }

  private boolean given(ServiceSpec row) {
    return (row.rank() == Component.Rank.STORE && environment.containsKey("MONGODB_URI"))
        || (row.rank() == Component.Rank.BROKER
            && environment.containsKey("KAFKA_BOOTSTRAP_SERVERS"));
  }

  /** The broker that the services use, ours or the given one. */
  public String bootstrapServers() {
    return environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092");
  }

  public String mongoUri() {
    return environment.getOrDefault("MONGODB_URI", "mongodb://127.0.0.1:27017");
  }

  /** For each process its port, and for the broker's controller and the control theirs. */
  Map<Integer, String> ports() {
    Map<Integer, String> ports = new HashMap<>(Map.of(PlatformTable.CONTROL_PORT, "control"));
    for (ServiceSpec row : rows) {
      each(row).forEach(instance -> ports.put(row.port(instance), row.name(instance)));
      if (row.rank() == Component.Rank.BROKER) {
        ports.put(PlatformTable.CONTROLLER_PORT, "broker");
      }
    }
    links.all().forEach(link -> ports.put(link.port(), "link " + link.name()));
    return ports;
  }

  /** The memory that all processes take together. */
  int footprintMegabytes() {
    return rows.stream().mapToInt(row -> row.footprintMegabytes() * each(row).size()).sum();
  }

  /** Modules that are there but were not built. */
  List<String> unbuilt() {
    return rows.stream()
        .filter(row -> !Files.exists(row.artifact().file(folder.project().resolve(row.folder()))))
        .map(ServiceSpec::folder)
        .toList();
  }

  List<Component> components() {
    Variables variables = new Variables(folder, environment, this, Secrets.of(folder));
    return rows.parallelStream()
        .flatMap(row -> each(row).stream().map(instance -> component(row, instance, variables)))
        .toList();
  }

  List<Integer> each(ServiceSpec row) {
    return IntStream.rangeClosed(1, instances.of(row)).boxed().toList();
  }

  private Component component(ServiceSpec row, int instance, Variables variables) {
    int port = row.port(instance);
    String name = row.name(instance);
    List<String> flags = new ArrayList<>(row.jvmFlags());
    flags.add("-Djava.io.tmpdir=" + folder.scratch(name));
    if (Boolean.parseBoolean(environment.get(LIGHT))) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    boolean learns = instance == 1 && learns(row);
    flags.addAll(startCache(row, learns));
    List<String> command = new ArrayList<>(JavaCommand.start(row.heapMegabytes(), flags));
    command.addAll(
        row.artifact().arguments(folder.project().resolve(row.folder()), folder.applications()));
    command.addAll(programArguments(row, port));
    Probe probe =
        row.healthPath().isEmpty() ? Probe.port(port) : Probe.http(port, row.healthPath());
    return new Component(
        name,
        row.name(),
        row.rank(),
        port,
        command,
        variables.of(row, instance),
        probe,
        row.metricsPath(),
        learns ? LEARNED : GRACE);
  }

  private boolean learns(ServiceSpec row) {
    return Boolean.parseBoolean(environment.get(LEARN)) && !row.artifact().equals(Artifact.OWN);
  }

  private List<String> startCache(ServiceSpec row, boolean learns) {
    if (!StartCache.possible()) {
      return List.of();
    }
    List<Path> jars = row.artifact().jars(folder.project().resolve(row.folder()));
    StartCache cache = new StartCache(folder.startCaches(), row.name(), jars);
    return learns ? cache.learn() : cache.use();
  }

  private List<String> programArguments(ServiceSpec row, int port) {
    String data = folder.data(row.name()).toString();
    return switch (row.rank()) {
      case STORE -> List.of(row.main(), data, String.valueOf(port));
      case BROKER -> broker(row, data, port);
      default -> List.of();
    };
  }

  private List<String> broker(ServiceSpec row, String data, int port) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(row.main(), data, String.valueOf(port)));
    arguments.add(String.valueOf(PlatformTable.CONTROLLER_PORT));
    arguments.addAll(links.listeners());
    return arguments;
  }

  /** The sign-in for the person at this machine; empty without a gateway. */
  public String signIn() {
    return rows.stream()
        .filter(row -> row.rank() == Component.Rank.GATEWAY)
        .map(
            row ->
                "Sign in at http://127.0.0.1:"
                    + row.port()
                    + " as manager with the password "
                    + Secrets.of(folder).adminPassword())
        .findFirst()
        .orElse("");
  }
}
