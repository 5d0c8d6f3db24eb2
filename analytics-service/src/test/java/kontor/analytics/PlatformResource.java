package kontor.analytics;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.local.TestPlatform;

/** Gives the service under test a real broker and the test gateway's key. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      return Map.of(
          "kontor.kafka-bootstrap-servers", TestPlatform.bootstrapServers(),
          "kontor.token-public-key", TestGateway.publicKey(),
          "kontor.data-dir", Files.createTempDirectory("kontor-analytics").toString(),
          "kontor.live.heartbeat", "1s",
          "kontor.audit.every", "100ms",
          "kontor.audit.rest", "300ms",
          "quarkus.http.test-port", "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The broker ends with the JVM.
  }
}
