package kontor.local.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.local.bench.ClosedLoop.Operation;
import kontor.local.platform.PlatformException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/**
 * What broker and store can do by themselves, with records of the size of an event and the
 * platform's own settings of their clients.
 */
final class RawLimits {

  private static final int BYTES = 600;
  private static final int BATCH = 100;
  private static final int PARTITIONS = 8;

  private final String name = "bench-" + UUID.randomUUID();
  private final ClosedLoop loop;

  RawLimits(Duration length, CpuClock cpu) {
    loop = new ClosedLoop(length, cpu);
  }

  /** Clients who each wait for the broker's word before they send the next record. */
  List<Figures> broker(String bootstrapServers, List<Integer> clients) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
      Map<String, Object> settings = KafkaSettings.producer(bootstrapServers, name);
      try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
        List<Figures> rows = new ArrayList<>();
        for (int each : clients) {
          rows.add(loop.measure("broker: a record", each, () -> () -> send(producer)));
        }
        return rows;
      } finally {
        admin.deleteTopics(List.of(name)).all().get();
      }
    } catch (ExecutionException e) {
      throw new PlatformException("The broker refused: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }

  private boolean send(Producer<byte[], byte[]> producer) {
    try {
      return producer.send(new ProducerRecord<>(name, new byte[BYTES])).get().hasOffset();
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Clients who insert a document, or a hundred, and wait until they are stored. */
  List<Figures> store(String mongoUri, List<Integer> clients) {
    try (MongoClient client = MongoClients.create(mongoUri)) {
      MongoDatabase database = client.getDatabase("kontor_bench");
      MongoCollection<Document> collection = database.getCollection(name);
      try {
        List<Figures> rows = new ArrayList<>();
        for (int each : clients) {
          rows.add(loop.measure(Bench.INSERT, each, inserting(collection, 1)));
        }
        rows.add(loop.measure("store: " + BATCH + " documents", 1, inserting(collection, BATCH)));
        return rows;
      } finally {
        collection.drop();
      }
    }
  }

  private static Supplier<Operation> inserting(MongoCollection<Document> into, int number) {
    return () ->
        () -> {
          List<Document> documents = new ArrayList<>(number);
          for (int i = 0; i < number; i++) {
            documents.add(
                new Document("_id", UUID.randomUUID().toString()).append("x", "x".repeat(BYTES)));
          }
          return into.insertMany(documents).wasAcknowledged();
        };
  }
}
