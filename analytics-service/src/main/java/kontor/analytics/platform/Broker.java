package kontor.analytics.platform;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.TopicCreator;

/** The way to Kafka; whoever asks for it finds the declared topics there. */
@Singleton
public final class Broker {

  /** The group that counts, and the name on its dead letters. */
  public static final String GROUP = "analytics";

  /** Topics that nobody else reads, who would keep aside what cannot be read. */
  public static final List<Topic> READ_HERE_ALONE =
      List.of(Topics.STOCK_LEDGER, Topics.PROMOTION_USES, Topics.GIFT_CARDS);

  private final AnalyticsSettings settings;
  private final TopicCreator creator;

  Broker(AnalyticsSettings settings) {
    this.settings = settings;
    creator = new TopicCreator(settings.kafkaBootstrapServers());
    creator.create(Topics.all());
    creator.createDeadLetters(
        List.of(Topics.ORDERS, Topics.MARKETPLACE_ORDERS, Topics.PRODUCTS), GROUP);
    creator.createDeadLetters(READ_HERE_ALONE, GROUP);
  }

  public TopicCreator creator() {
    return creator;
  }

  /** Settings of a reader of whole topics. */
  public Map<String, Object> tail(String name) {
    return KafkaSettings.tail(settings.kafkaBootstrapServers(), settings.instance() + "-" + name);
  }

  Map<String, Object> producer(String name) {
    return KafkaSettings.producer(
        settings.kafkaBootstrapServers(), settings.instance() + "-" + name);
  }
}
