package kontor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import kontor.local.TestPlatform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What waits at a component, as the broker and the metrics tell it. */
class FiguresTest {

  @Test
  void lagAndDeadLettersAreThoseOfTheComponentsGroups() throws Exception {
    String servers = TestPlatform.bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", servers),
                new StringSerializer(),
                new StringSerializer())) {
      List<NewTopic> topics =
          List.of(
              new NewTopic("stock", 1, (short) 1),
              new NewTopic("stock.order-availability.dlq", 1, (short) 1));
      admin.createTopics(topics).all().get();
      for (int i = 0; i < 5; i++) {
        producer.send(new ProducerRecord<>("stock", "A", "x")).get();
      }
      producer.send(new ProducerRecord<>("stock.order-availability.dlq", "A", "x")).get();
      admin
          .alterConsumerGroupOffsets(
              "order-availability",
              Map.of(new TopicPartition("stock", 0), new OffsetAndMetadata(2)))
          .all()
          .get();
    }
    BrokerFigures figures = BrokerFigures.read(servers);
    assertThat(figures.lag("order")).hasValue(3);
    assertThat(figures.deadLetters("order")).hasValue(1);
    assertThat(figures.lag("inventory")).hasValue(0);
    assertThat(BrokerFigures.UNKNOWN.lag("order")).isEqualTo(OptionalLong.empty());
  }

  @Test
  void outboxesAreSummedUpFromTheMetrics() {
    String metrics =
        """
        # HELP kontor_outbox_pending_commits Commits stored and not yet published
        kontor_outbox_pending_commits{application="order",stream="orders"} 3.0
        kontor_outbox_pending_commits{application="order",stream="carts"} 1.2E1
        kontor_outbox_oldest_age_seconds 7.0
        """;
    assertThat(FigureReader.pending(metrics)).isEqualTo(15);
    assertThat(FigureReader.pending("kontor_outbox_pending 4.0\n")).isEqualTo(4);
    assertThat(FigureReader.pending("jvm_threads 4.0\n")).isNull();
  }

  @Test
  void theRunningAuditTellsTheSumOfItsViolations() {
    String page =
        """
        # TYPE kontor_audit_age_seconds gauge
        kontor_audit_age_seconds 3.0
        kontor_audit_orders 1.2345E4
        kontor_audit_skus 133.0
        kontor_audit_violations{invariant="held"} 2.0
        kontor_audit_violations{invariant="picked"} 1.0
        kontor_audit_waiting 7.0
        """;
    assertThat(AuditFigures.of(page)).contains(new AuditFigures(3, 12_345, 133, 7, 3));
    assertThat(AuditFigures.of("kontor_outbox_pending_commits 0.0\n")).isEmpty();
  }
}
