package kontor.analytics.sales.adapter;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.analytics.platform.Broker;
import kontor.analytics.platform.Follower;
import kontor.analytics.sales.SalesBooks;
import kontor.eventstore.kafka.TopicTail;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this instance's books: all figures of all partitions, whichever instance counts them. */
@Startup
@Singleton
public final class FiguresFollower implements Follower {

  private static final Logger LOG = LoggerFactory.getLogger(FiguresFollower.class);

  private final SalesBooks books;
  private final Deserializer<kontor.analytics.sales.Tally> tallies =
      FigureRecords.tallies().deserializer();
  private final TopicTail tail;

  FiguresFollower(Broker broker, SalesBooks books) {
    this.books = books;
    broker.creator().create(List.of(SalesTopology.FIGURES));
    Map<String, Object> settings = new HashMap<>(broker.tail("figures"));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    tail =
        new TopicTail(
                SalesTopology.FIGURES.name(),
                settings,
                List.of(SalesTopology.FIGURES),
                Map.of(),
                polled -> polled.forEach(this::read))
            .start();
  }

  private void read(ConsumerRecord<byte[], byte[]> polled) {
    try {
      var entry = FigureRecords.entry(new String(polled.key(), StandardCharsets.UTF_8));
      books.set(entry.partition(), entry.key(), tallies.deserialize("", polled.value()));
    } catch (IllegalArgumentException | UncheckedIOException | NullPointerException e) {
      LOG.error("passed over {}@{}: {}", polled.topic(), polled.offset(), e.toString());
    }
  }

  @Override
  public String name() {
    return "figures";
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
