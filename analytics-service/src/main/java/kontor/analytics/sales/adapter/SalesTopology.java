package kontor.analytics.sales.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import kontor.analytics.platform.AnalyticsSettings;
import kontor.analytics.platform.Broker;
import kontor.analytics.sales.FigureKey;
import kontor.analytics.sales.SalesReducer;
import kontor.analytics.sales.TheirSales;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.CloudEventRecords;
import kontor.eventstore.kafka.DeadLetters;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From the orders to the figures: each partition of {@code orders} is counted by itself, and says
 * on the compacted topic {@code analytics-figures} what each of its figures is now. Every instance
 * follows that topic and can answer for all partitions, whoever counts them.
 *
 * <p>The stores, the figures on the topic and the position in {@code orders} move together, in one
 * transaction of Kafka per commit interval ({@code exactly_once_v2}). The version held per order
 * makes a repeated event harmless, but it cannot do this alone: with at-least-once delivery an
 * instance that was stopped for longer than its session and wakes up again would still write old
 * figures and old versions after those of its successor, and the next restart would read them back.
 * A transaction of such an instance is refused.
 *
 * <p>The stores are RocksDB's. Measured with 30,000 orders on two cores, they start as fast as
 * stores in memory (4 s to ready), and the heap does not grow with the number of orders.
 */
@Singleton
public final class SalesTopology {

  static final Topic FIGURES =
      new Topic("analytics-figures", FigureKey.class, "partition and figure", 4, true, null);

  /** Of as many partitions each, so that one task counts the same partition of both. */
  private static final List<String> SOURCES =
      List.of(Topics.ORDERS.name(), Topics.MARKETPLACE_ORDERS.name());

  @Produces
  @Singleton
  Topology topology(
      AnalyticsSettings settings,
      Broker broker,
      CloudEventRecords records,
      DeadLetters letters,
      MeterRegistry metrics) {
    broker.creator().create(List.of(FIGURES));
    SalesReducer reducer = new SalesReducer(settings.shop().zone());
    TheirSales theirs = new TheirSales(settings.shop().zone());
    return topology(() -> new OrderCounter(reducer, theirs, records, letters, metrics));
  }

  private static Topology topology(
      org.apache.kafka.streams.processor.api.ProcessorSupplier<
              byte[], byte[], String, kontor.analytics.sales.Tally>
          counter) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(store(OrderCounter.ORDERS, FigureRecords.orders()));
    builder.addStateStore(store(OrderCounter.FIGURES, FigureRecords.tallies()));
    builder.stream(SOURCES, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .process(counter, OrderCounter.ORDERS, OrderCounter.FIGURES)
        .to(FIGURES.name(), Produced.with(Serdes.String(), FigureRecords.tallies()));
    return builder.build();
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingEnabled();
  }
}
