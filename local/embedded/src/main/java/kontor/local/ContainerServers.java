package kontor.local;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The servers that production runs, each in a container, for the Maven profile {@code containers}.
 * Their versions are those of {@code docker-compose.yml}.
 */
final class ContainerServers {

  private static final String MONGODB = "mongo:8.0";
  private static final String KAFKA = "apache/kafka:4.1.2";
  private static final boolean ENGINE = engineAnswers();

  private ContainerServers() {}

  /** Whether containers can be had. */
  static boolean available() {
    return ENGINE;
  }

  /** A replica set of one; the container ends with the JVM. */
  static String mongoUri() {
    return Mongo.INSTANCE.getReplicaSetUrl();
  }

  /** A broker that is its own controller; the container ends with the JVM. */
  static String bootstrapServers() {
    return Kafka.INSTANCE.getBootstrapServers();
  }

  private static boolean engineAnswers() {
    boolean answers = DockerClientFactory.instance().isDockerAvailable();
    System.out.println(
        answers
            ? "Tests run on containers: " + MONGODB + ", " + KAFKA
            : "No container engine answers: tests run on the embedded store and broker instead.");
    return answers;
  }

  /** Started by the JVM when its class is first used. */
  private static final class Mongo {
    @SuppressWarnings("resource") // Testcontainers removes it with the JVM
    static final MongoDBContainer INSTANCE = new MongoDBContainer(MONGODB).withReplicaSet();

    static {
      INSTANCE.start();
    }
  }

  /** Started by the JVM when its class is first used. */
  private static final class Kafka {
    @SuppressWarnings("resource") // Testcontainers removes it with the JVM
    static final KafkaContainer INSTANCE = new KafkaContainer(KAFKA);

    static {
      INSTANCE.start();
    }
  }
}
