package kontor.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is a real one, and keeps its records over a restart. */
class EmbeddedBrokerTest {

  @TempDir Path folder;

  @Test
  void recordsSurviveARestart() throws Exception {
    long start = System.nanoTime();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      System.out.println("broker start " + (System.nanoTime() - start) / 1_000_000 + " ms");
      createTopic(broker.bootstrapServers(), "orders");
      send(broker.bootstrapServers(), "orders", "größer");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      send(broker.bootstrapServers(), "orders", "später");
      assertThat(read(broker.bootstrapServers(), "orders", 2)).containsExactly("größer", "später");
    }
  }

  @Test
  void whoComesByADetourIsToldThePortOfTheDetour() throws Exception {
    int port = freePort();
    int detour = freePort();
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(folder, port, 0, List.of(new Listener(detour, port)));
        Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + detour))) {
      assertThat(admin.describeCluster().nodes().get())
          .extracting(Node::port)
          .containsExactly(broker.port());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aTopicIsNotCreatedByBeingNamed() {
    assertThatThrownBy(() -> send(TestPlatform.bootstrapServers(), "never-declared", "x"))
        .hasMessageContaining("never-declared not present");
  }

  private static void createTopic(String servers, String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  private static void send(String servers, String topic, String value)
      throws ExecutionException, InterruptedException {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", servers);
    settings.put("max.block.ms", "10000");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", value)).get();
    }
  }

  private static List<String> read(String servers, String topic, int count) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", servers);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> values = new ArrayList<>();
      while (values.size() < count) {
        consumer.poll(Duration.ofSeconds(10)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }
}
