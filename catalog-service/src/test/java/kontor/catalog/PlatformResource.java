package kontor.catalog;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;

/** Gives the service under test a real broker, a real store and the test gateway's key. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
    try {
      return Map.of(
          "kontor.mongodb-uri", TestPlatform.mongoUri(),
          "kontor.kafka-bootstrap-servers", TestPlatform.bootstrapServers(),
          "kontor.token-public-key", TestGateway.publicKey(),
          "kontor.data-dir", Files.createTempDirectory("kontor-catalog").toString(),
          "quarkus.http.test-port", "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // Store and broker end with the JVM.
  }
}
