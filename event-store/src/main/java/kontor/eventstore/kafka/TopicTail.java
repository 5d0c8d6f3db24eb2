package kontor.eventstore.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import kontor.contracts.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole topics for one instance: every partition, from where the reader says, and then
 * follows. For views and indexes of which each instance has its own copy. When the reader throws,
 * the same records come again.
 */
public final class TopicTail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String name;
  private final Map<String, Object> consumerSettings;
  private final List<Topic> topics;
  private final Map<String, Long> from;
  private final Consumer<List<ConsumerRecord<byte[], byte[]>>> reader;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param from where to go on, by {@code topic-partition}: the offset of the next record; whole
   *     partitions are read where it says nothing
   * @param reader is called with records in partition order, from one thread
   */
  public TopicTail(
      String name,
      Map<String, Object> consumerSettings,
      List<Topic> topics,
      Map<String, Long> from,
      Consumer<List<ConsumerRecord<byte[], byte[]>>> reader) {
    this.name = name;
    this.consumerSettings = consumerSettings;
    this.topics = List.copyOf(topics);
    this.from = Map.copyOf(from);
    this.reader = reader;
    thread = new Thread(this::run, "tail-" + name);
    thread.setDaemon(true);
  }

  public TopicTail start() {
    thread.start();
    return this;
  }

  /** Whether everything that was there at the start has been read. */
  public boolean caughtUp() {
    return caughtUp.getCount() == 0;
  }

  private void run() {
    while (!closed) {
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings)) {
        follow(consumer);
      } catch (WakeupException | InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("{} lost the broker and starts again: {}", name, e.toString());
        pause();
      } catch (RuntimeException e) {
        LOG.error("{} failed and starts again", name, e);
        pause();
      }
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = Partitions.of(topics, consumer);
    consumer.assign(partitions);
    partitions.forEach(partition -> seek(consumer, partition));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!closed) {
      List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
      consumer.poll(POLL).forEach(polled::add);
      read(consumer, partitions, polled);
      if (!caughtUp() && reached(consumer, ends)) {
        caughtUp.countDown();
        LOG.info("{} has caught up", name);
      }
    }
  }

  private void seek(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
    Long position = positions.getOrDefault(partition, from.get(partition.toString()));
    if (position == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, position);
    }
  }

  private void read(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      List<ConsumerRecord<byte[], byte[]>> polled) {
    if (polled.isEmpty()) {
      return;
    }
    try {
      reader.accept(polled);
      partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
    } catch (KafkaException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not take {} records and tries again", name, polled.size(), e);
      partitions.forEach(partition -> seek(consumer, partition));
      pause();
    }
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
