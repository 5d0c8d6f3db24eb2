package kontor.eventstore.kafka;

import java.util.ArrayList;
import java.util.List;
import kontor.contracts.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a reader of whole topics has to read. */
public final class Partitions {

  private Partitions() {}

  /**
   * All partitions of these topics. A broker may not know a topic yet that was created a moment
   * ago, and answers with no partitions: whoever took that for the truth would read nothing for
   * ever.
   *
   * @throws UnknownTopicOrPartitionException names the topic that the broker does not know (yet)
   */
  public static List<TopicPartition> of(List<Topic> topics, Consumer<?, ?> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : topics) {
      List<PartitionInfo> known = consumer.partitionsFor(topic.name());
      if (known == null || known.isEmpty()) {
        throw new UnknownTopicOrPartitionException("the broker knows no topic " + topic.name());
      }
      known.forEach(one -> partitions.add(new TopicPartition(one.topic(), one.partition())));
    }
    return partitions;
  }
}
