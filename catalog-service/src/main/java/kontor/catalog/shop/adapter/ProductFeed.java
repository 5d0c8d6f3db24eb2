package kontor.catalog.shop.adapter;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.catalog.platform.CaughtUp;
import kontor.catalog.platform.PlatformSettings;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.topic.Topics;
import kontor.contracts.topic.UnreadableEventException;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import kontor.eventstore.kafka.KafkaSettings;
import kontor.eventstore.kafka.ReceivedEvent;
import kontor.eventstore.kafka.TopicTail;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topic {@code products} into the index; goes on where the index stands. */
@Startup
@Singleton
final class ProductFeed implements CaughtUp.Follower {

  private static final Logger LOG = LoggerFactory.getLogger(ProductFeed.class);

  private final ProductIndex index;
  private final ProductShelf shelf;
  private final CloudEventRecords records;
  private final DeadLetters deadLetters;
  private final TopicTail tail;

  ProductFeed(
      ProductIndex index,
      ProductShelf shelf,
      CloudEventRecords records,
      DeadLetters deadLetters,
      PlatformSettings settings) {
    this.index = index;
    this.shelf = shelf;
    this.records = records;
    this.deadLetters = deadLetters;
    tail =
        new TopicTail(
                "products",
                KafkaSettings.tail(
                    settings.kafkaBootstrapServers(), settings.instance() + "-products"),
                List.of(Topics.PRODUCTS),
                index.positions(),
                this::read)
            .start();
  }

  @Override
  public boolean caughtUp() {
    boolean read = tail.caughtUp();
    if (read) {
      index.refresh(); // what was read last can be found as well
    }
    return read;
  }

  private void read(List<ConsumerRecord<byte[], byte[]>> polled) {
    List<ProductIndex.Change> changes = new ArrayList<>();
    polled.forEach(record -> change(record).ifPresent(changes::add));
    index.take(changes);
    changes.forEach(change -> shelf.put(change.id(), Optional.ofNullable(change.product())));
    polled.forEach(
        record -> index.advance(record.topic() + "-" + record.partition(), record.offset() + 1));
  }

  private Optional<ProductIndex.Change> change(ConsumerRecord<byte[], byte[]> polled) {
    try {
      ReceivedEvent received = records.read(polled);
      if (received.event() instanceof ProductEvent event) {
        ProductPublished product = event instanceof ProductPublished published ? published : null;
        return Optional.of(new ProductIndex.Change(event.product(), received.version(), product));
      }
      throw new UnreadableEventException(received.type(), "not an event of this topic", null);
    } catch (UnreadableEventException e) {
      LOG.warn("kept aside {}@{}: {}", polled.topic(), polled.offset(), e.getMessage());
      deadLetters.put(polled, DeadLetters.Kind.UNREADABLE, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  @PreDestroy
  void close() {
    tail.close();
  }
}
