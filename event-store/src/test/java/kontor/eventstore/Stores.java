package kontor.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.TopicCreator;
import kontor.local.TestPlatform;

/** Event stores for tests, on a database of their own. */
final class Stores {

  private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());

  private final MongoDatabase database = CLIENT.getDatabase("test_" + UUID.randomUUID());

  Stores() {
    new TopicCreator(TestPlatform.bootstrapServers()).create(Topics.all());
  }

  MongoDatabase database() {
    return database;
  }

  EventStore open(String instance) {
    return new EventStore(
        database,
        TestPlatform.bootstrapServers(),
        "test",
        instance,
        new SimpleMeterRegistry(),
        Clock.systemUTC());
  }

  static Origin origin() {
    return Origin.of("test", "test");
  }
}
