package kontor.catalog.platform;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.StateView;
import kontor.eventstore.kafka.TopicCreator;

/** This instance's copies of what the topics last said of prices, promotions and stock. */
@Singleton
final class TopicViews {

  private static final String GROUP = "catalog";

  private final PlatformSettings settings;
  private final CloudEventRecords records;

  TopicViews(PlatformSettings settings, CloudEventRecords records) {
    this.settings = settings;
    this.records = records;
  }

  @Produces
  @Singleton
  DeadLetters deadLetters(Clock clock) {
    String broker = settings.kafkaBootstrapServers();
    List<Topic> read = List.of(Topics.PRODUCTS, Topics.PRICES, Topics.PROMOTIONS, Topics.STOCK);
    new TopicCreator(broker).createDeadLetters(read, GROUP);
    return new DeadLetters(
        GROUP, KafkaSettings.producer(broker, settings.instance() + "-dead-letters"), clock);
  }

  void close(@Disposes DeadLetters letters) {
    letters.close();
  }

  @Produces
  @Singleton
  StateView<PriceEvent> prices(DeadLetters letters) {
    return view(Topics.PRICES, PriceEvent.class, letters);
  }

  void closePrices(@Disposes StateView<PriceEvent> view) {
    view.close();
  }

  @Produces
  @Singleton
  StateView<PromotionEvent> promotions(DeadLetters letters) {
    return view(Topics.PROMOTIONS, PromotionEvent.class, letters);
  }

  void closePromotions(@Disposes StateView<PromotionEvent> view) {
    view.close();
  }

  @Produces
  @Singleton
  StateView<StockLevelEvent> stock(DeadLetters letters) {
    return view(Topics.STOCK, StockLevelEvent.class, letters);
  }

  void closeStock(@Disposes StateView<StockLevelEvent> view) {
    view.close();
  }

  private <E> StateView<E> view(Topic topic, Class<E> events, DeadLetters letters) {
    return new StateView<>(
        topic,
        events,
        records,
        KafkaSettings.tail(
            settings.kafkaBootstrapServers(), settings.instance() + "-" + topic.name()),
        letters);
  }
}
