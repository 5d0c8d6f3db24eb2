package kontor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kontor.local.broker.EmbeddedBroker;
import kontor.local.store.EmbeddedStore;

/**
 * The store and the broker that all tests of one JVM share. They start when first asked for and
 * stop with the JVM. {@code MONGODB_URI} and {@code KAFKA_BOOTSTRAP_SERVERS}, where set, name real
 * servers to use instead; with the Maven profile {@code containers} they run in containers, where
 * an engine answers. Tests keep apart by databases and topics of their own.
 */
public final class TestPlatform {

  private TestPlatform() {}

  /** The store's connection string. */
  public static String mongoUri() {
    return given(
        "MONGODB_URI", () -> containers() ? ContainerServers.mongoUri() : Store.INSTANCE.uri());
  }

  /** The broker's address. */
  public static String bootstrapServers() {
    return given(
        "KAFKA_BOOTSTRAP_SERVERS",
        () ->
            containers()
                ? ContainerServers.bootstrapServers()
                : Broker.INSTANCE.bootstrapServers());
  }

  /** The libraries for containers are only there in the profile that asks for them. */
  private static boolean containers() {
    return Boolean.getBoolean("kontor.containers") && ContainerServers.available();
  }

  private static String given(String variable, Supplier<String> embedded) {
    Map<String, String> environment = System.getenv();
    String value = environment.getOrDefault(variable, "");
    return value.isBlank() ? embedded.get() : value;
  }

  /** Started by the JVM when its class is first used. */
  private static final class Store {
    static final EmbeddedStore INSTANCE = EmbeddedStore.inMemory().start(0);
  }

  /** Started by the JVM when its class is first used. */
  private static final class Broker {
    static final EmbeddedBroker INSTANCE = start();

    private static EmbeddedBroker start() {
      try {
        Path folder = Files.createTempDirectory("kontor-broker");
        EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, folder)));
        return broker;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void stop(EmbeddedBroker broker, Path folder) {
      broker.close();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
      } catch (IOException leftBehind) {
        // A temporary folder: the operating system clears it.
      }
    }
  }
}
