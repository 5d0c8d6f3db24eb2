package kontor.analytics.live.adapter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.Partitions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Where the last part of each topic begins. */
final class TopicEnds {

  private TopicEnds() {}

  /** So many records before the end of each partition, or its beginning. */
  static Map<String, Long> less(int records, Map<String, Object> consumerSettings) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings)) {
      List<TopicPartition> partitions = Partitions.of(Topics.all(), consumer);
      Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
      Map<String, Long> from = new HashMap<>();
      consumer
          .endOffsets(partitions)
          .forEach(
              (partition, end) ->
                  from.put(
                      partition.toString(),
                      Math.max(first.getOrDefault(partition, 0L), end - records)));
      return from;
    }
  }
}
