package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kontor.local.edge.Edge;

/**
 * The platform with two instances of each service, started by the first test that asks for it and
 * stopped with the JVM. Talks to it as a person does: by {@code ./kontor} and through the gateway.
 */
final class Platform {

  static final URI GATEWAY = URI.create("http://127.0.0.1:8080");
  static final URI SANDBOX = URI.create("http://127.0.0.1:8090");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of(System.getProperty("kontor.home", ".."));
  private static final long LONGEST_MINUTES = 10;

  /** What a command printed, and how it ended; with what it complained of when it failed. */
  record Ended(int exitCode, String output) {}

  private static final class Running {
    static final Platform INSTANCE = start();
  }

  private Platform() {}

  static Platform get() {
    return Running.INSTANCE;
  }

  private static Platform start() {
    Platform platform = new Platform();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.kontor("down")));
    platform.kontor("down");
    platform.kontor("reset", "--yes");
    Ended up =
        platform.kontor(
            "up", "--detach", "--no-build", "--light", "--breakable", "--instances", "2");
    assertThat(up.exitCode()).as(up.output()).isZero();
    return platform;
  }

  /** Runs {@code ./kontor} to its end. */
  Ended kontor(String... arguments) {
    List<String> command = new ArrayList<>(List.of(HOME.resolve("kontor").toString()));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("kontor", ".txt");
      Path errors = Files.createTempFile("kontor", ".err");
      Process process =
          new ProcessBuilder(command)
              .directory(HOME.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      String why = process.exitValue() == 0 ? "" : Files.readString(errors, StandardCharsets.UTF_8);
      Files.delete(output);
      Files.delete(errors);
      return new Ended(process.exitValue(), text + why);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Edge manager() {
    return Edge.manager(GATEWAY, password());
  }

  /** What the manager signs in with. */
  String password() {
    try {
      return Files.readString(HOME.resolve(".kontor/secrets/admin-password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Edge visitor() {
    return Edge.visitor(GATEWAY);
  }

  /** The process of each component, by its name such as {@code order-2}. */
  Map<String, Long> pids() {
    Map<String, Long> processes = new HashMap<>();
    for (JsonNode one : status().path("components")) {
      processes.put(one.path("name").asText(), one.path("pid").asLong());
    }
    return processes;
  }

  boolean ready() {
    return status().path("ready").asBoolean();
  }

  JsonNode status() {
    try {
      return JSON.readTree(kontor("status", "--json").output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The books of all services agree; what it printed is the message when they do not. */
  void audit() {
    Ended audit = kontor("audit");
    assertThat(audit.exitCode()).as(audit.output()).isZero();
    System.out.println(audit.output());
  }
}
