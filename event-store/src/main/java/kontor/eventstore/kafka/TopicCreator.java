package kontor.eventstore.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import kontor.contracts.topic.Topic;
import kontor.contracts.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates declared topics with their settings. Calling it again, or from many places, is fine. */
public final class TopicCreator {

  /** Ninety days for a person to look at what could not be processed. */
  private static final String DEAD_LETTERS_KEPT_MS = Long.toString(90L * 24 * 3600 * 1000);

  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

  private final String bootstrapServers;

  public TopicCreator(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  public void create(List<Topic> topics) {
    createAll(topics.stream().map(TopicCreator::declared).toList());
  }

  /** All topics of the platform, and the dead letters of one consumer group for each of them. */
  public void createFor(String group) {
    List<NewTopic> all = new ArrayList<>();
    Topics.all().forEach(topic -> all.add(declared(topic)));
    Topics.all().forEach(topic -> all.add(deadLetters(topic, group)));
    createAll(all);
  }

  /** The dead letters of one consumer group for each of these topics; one partition each. */
  public void createDeadLetters(List<Topic> topics, String group) {
    createAll(topics.stream().map(topic -> deadLetters(topic, group)).toList());
  }

  private static NewTopic deadLetters(Topic topic, String group) {
    return new NewTopic(topic.deadLetters(group), Optional.of(1), Optional.empty())
        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, DEAD_LETTERS_KEPT_MS));
  }

  private static NewTopic declared(Topic topic) {
    NewTopic created =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
    if (topic.compacted()) {
      return created.configs(
          Map.of(
              TopicConfig.CLEANUP_POLICY_CONFIG,
              TopicConfig.CLEANUP_POLICY_COMPACT,
              TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
              "86400000"));
    }
    long kept = topic.retention() == null ? -1 : topic.retention().toMillis();
    return created.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept)));
  }

  private void createAll(List<NewTopic> topics) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      for (var result : admin.createTopics(topics).values().values()) {
        await(result);
      }
      List<String> names = topics.stream().map(NewTopic::name).toList();
      long until = System.nanoTime() + KNOWN_WITHIN.toNanos();
      while (!known(names, admin)) {
        if (System.nanoTime() > until) {
          throw new KafkaException("created topics stay unknown to the broker: " + names);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  /** Creation is the controller's; the broker learns of it a moment later. */
  private static boolean known(List<String> names, Admin admin) {
    try {
      admin.describeTopics(names).allTopicNames().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new KafkaException("cannot look up the topics " + names, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  private static void await(KafkaFuture<Void> result) {
    try {
      result.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new KafkaException("cannot create a topic", e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }
}
