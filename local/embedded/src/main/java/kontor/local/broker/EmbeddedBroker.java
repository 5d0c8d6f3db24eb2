package kontor.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node, broker and controller in one, on the loopback address. Topics are never created
 * by being named. Started again on the same folder it continues with all records.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final KafkaRaftServer server;
  private final int port;
  private boolean closed;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts on the port, or on any free one for 0, with a free port for the controller. */
  public static EmbeddedBroker start(Path folder, int port) throws IOException {
    return start(folder, port, 0);
  }

  /** Starts and returns when the broker answers; 0 takes any free port. */
  public static EmbeddedBroker start(Path folder, int port, int controllerPort) throws IOException {
    return start(folder, port, controllerPort, List.of());
  }

  /** Listens on further ports as well. */
  public static EmbeddedBroker start(
      Path folder, int port, int controllerPort, List<Listener> detours) throws IOException {
    int own = port == 0 ? freePort() : port;
    int control = controllerPort == 0 ? freePort() : controllerPort;
    Path logs = Files.createDirectories(folder).toAbsolutePath();
    format(logs);
    KafkaConfig config =
        KafkaConfig.fromProps(BrokerSettings.of(logs, own, control, detours), /* doLog= */ false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, own);
  }

  public int port() {
    return port;
  }

  /** The address for a Kafka client. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops the node in order. May be called again. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.shutdown();
      server.awaitShutdown();
    }
  }

  /** Marks the folder as a Kafka node's; one that is marked already keeps its identity. */
  private static void format(Path logs) throws IOException {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    Formatter formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setNodeId(BrokerSettings.NODE_ID)
            .setClusterId(Uuid.randomUuid().toString())
            .addDirectory(logs.toString())
            .setMetadataLogDirectory(logs.toString())
            .setControllerListenerName(BrokerSettings.CONTROLLER)
            .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
            .setReleaseVersion(MetadataVersion.latestProduction())
            .setIgnoreFormatted(false);
    try {
      formatter.run();
    } catch (IOException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException("cannot prepare the broker's folder " + logs, failed);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException("no free port", none);
    }
  }
}
