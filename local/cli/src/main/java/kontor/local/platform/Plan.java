package kontor.local.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kontor.local.network.Network;

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

  /** Whether connections to store and broker, and the disks of both, can be broken on purpose. */
  public static final String BREAKABLE = "KONTOR_BREAKABLE";

  private static final Pattern USER_INFO = Pattern.compile("//[^@/]*@");

  private final PlatformFolder folder;
  private final int instances;
  private final Map<String, String> environment;
  private final List<ServiceSpec> rows;
  private final Links links;

  public Plan(PlatformFolder folder, int instances, Map<String, String> environment) {
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

  /** The links that are to be opened, none unless they were asked for. */
  List<Network.Link> links() {
    return links.all();
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
    Secrets secrets = Secrets.of(folder);
    return rows.parallelStream()
        .flatMap(row -> each(row).stream().map(instance -> component(row, instance, secrets)))
        .toList();
  }

  private List<Integer> each(ServiceSpec row) {
    return IntStream.rangeClosed(1, row.scalable() ? instances : 1).boxed().toList();
  }

  private Component component(ServiceSpec row, int instance, Secrets secrets) {
    int port = row.port(instance);
    String name = row.name(instance);
    List<String> flags = new ArrayList<>(row.jvmFlags());
    flags.add("-Djava.io.tmpdir=" + folder.scratch(name));
    if (Boolean.parseBoolean(environment.get(LIGHT))) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
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
        variables(row, instance, secrets),
        probe,
        row.metricsPath());
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

  /**
   * Where an instance keeps its indexes, and the sandbox its listings and orders. They belong to
   * what the servers hold, so those of given servers have a folder of their own.
   */
  private String indexes(String instance) {
    if (!environment.containsKey("MONGODB_URI")
        && !environment.containsKey("KAFKA_BOOTSTRAP_SERVERS")) {
      return folder.data(instance).toString();
    }
    String servers = USER_INFO.matcher(mongoUri()).replaceFirst("//") + " " + bootstrapServers();
    UUID name = UUID.nameUUIDFromBytes(servers.getBytes(StandardCharsets.UTF_8));
    return folder.data("at-" + name).resolve(instance).toString();
  }

  private Map<String, String> variables(ServiceSpec row, int instance, Secrets secrets) {
    if (row.rank().foundation()) {
      return Map.of();
    }
    String port = String.valueOf(row.port(instance));
    Map<String, String> variables = new HashMap<>();
    variables.put("MONGODB_URI", links.store(row.name(instance)).orElseGet(this::mongoUri));
    variables.put(
        "KAFKA_BOOTSTRAP_SERVERS",
        links.broker(row.name(instance)).orElseGet(this::bootstrapServers));
    variables.put("KONTOR_INSTANCE", row.name() + "-" + instance);
    variables.put("KONTOR_DATA_DIR", indexes(row.name() + "-" + instance));
    variables.put("KONTOR_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey());
    variables.put("SERVER_PORT", port);
    variables.put("SERVER_ADDRESS", PlatformTable.HOST);
    variables.put("QUARKUS_HTTP_PORT", port);
    variables.put("QUARKUS_HTTP_HOST", PlatformTable.HOST);
    variables.put("SANDBOX_PORT", port);
    variables.putAll(own(row, secrets));
    return variables;
  }

  /** What only this one needs, its secrets above all. */
  private Map<String, String> own(ServiceSpec row, Secrets secrets) {
    Map<String, String> own = new HashMap<>();
    if (row.rank() == Component.Rank.GATEWAY) {
      own.put("KONTOR_TOKEN_PRIVATE_KEY", secrets.tokenPrivateKey());
      own.put("KONTOR_ADMIN_PASSWORD", secrets.adminPassword());
      // Plain HTTP on the loopback address: a client would not send a secure cookie back.
      own.put("KONTOR_SECURE_COOKIES", "false");
      // One person's machine: the limit is for strangers, and would only slow a measurement.
      own.put("KONTOR_RATE_LIMIT_PER_SECOND", "20000");
      own.putAll(addresses());
    }
    if (row.name().equals("connector")) {
      own.put("KONTOR_CONNECTOR_KEY", secrets.connectorKey());
      own.put("EBAY_BASE_URL", "http://127.0.0.1:8090/ebay");
    }
    return own;
  }

  /** For the gateway, where the instances of each service are: KONTOR_ORDER_URIS and so on. */
  private Map<String, String> addresses() {
    return rows.stream()
        .filter(ServiceSpec::scalable)
        .collect(
            Collectors.toMap(
                row -> "KONTOR_" + row.name().toUpperCase(Locale.ROOT) + "_URIS",
                row ->
                    each(row).stream()
                        .map(instance -> "http://127.0.0.1:" + row.port(instance))
                        .collect(Collectors.joining(","))));
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
