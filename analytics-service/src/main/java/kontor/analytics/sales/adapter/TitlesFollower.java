package kontor.analytics.sales.adapter;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import kontor.analytics.platform.Broker;
import kontor.analytics.platform.Follower;
import kontor.analytics.sales.Titles;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.topic.Topics;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.kafka.TopicTail;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Learns from the topic {@code products} what articles are called. Repetitions do no harm. */
@Startup
@Singleton
public final class TitlesFollower implements Follower {

  private final CloudEventRecords records;
  private final DeadLetters letters;
  private final Titles titles;
  private final TopicTail tail;

  TitlesFollower(Broker broker, CloudEventRecords records, DeadLetters letters, Titles titles) {
    this.records = records;
    this.letters = letters;
    this.titles = titles;
    tail =
        new TopicTail(
                Topics.PRODUCTS.name(),
                broker.tail("titles"),
                java.util.List.of(Topics.PRODUCTS),
                java.util.Map.of(),
                polled -> polled.forEach(this::read))
            .start();
  }

  private void read(ConsumerRecord<byte[], byte[]> polled) {
    try {
      ReceivedEvent received = records.read(polled);
      if (received.event() instanceof ProductEvent event) {
        titles.take(event);
      } else {
        throw new UnreadableEventException(received.type(), "not an event of this topic", null);
      }
    } catch (UnreadableEventException e) {
      letters.put(polled, DeadLetters.Kind.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String name() {
    return "titles";
  }

  @Override
  public boolean caughtUp() {
    return tail.caughtUp();
  }

  @PreDestroy
  void close() {
    tail.close();
  }
}
