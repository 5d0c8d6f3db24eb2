package kontor.local.platform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the consumer groups are behind, and what lies in the dead-letter topics. A group belongs
 * to the component whose name it begins with.
 */
final class BrokerFigures {

  private static final String DEAD_LETTERS = ".dlq";

  static final BrokerFigures UNKNOWN = new BrokerFigures();

  private final Map<String, Long> lagByGroup = new HashMap<>();
  private final Map<String, Long> deadLettersByTopic = new HashMap<>();
  private boolean known;

  private BrokerFigures() {}

  /** Without an answer from the broker within seconds nothing is known. */
  static BrokerFigures read(String bootstrapServers) {
    BrokerFigures figures = new BrokerFigures();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "request.timeout.ms", "3000",
            "default.api.timeout.ms", "3000");
    try (Admin admin = Admin.create(settings)) {
      figures.readFrom(admin);
      figures.known = true;
    } catch (ExecutionException | TimeoutException unreachable) {
      figures.known = false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return figures;
  }

  OptionalLong lag(String component) {
    return sum(lagByGroup, group -> belongs(group, component));
  }

  OptionalLong deadLetters(String component) {
    return sum(
        deadLettersByTopic,
        topic -> {
          String group = topic.substring(topic.indexOf('.') + 1);
          return belongs(group.substring(0, group.length() - DEAD_LETTERS.length()), component);
        });
  }

  private OptionalLong sum(Map<String, Long> figures, Function<String, Boolean> which) {
    return known
        ? OptionalLong.of(
            figures.entrySet().stream()
                .filter(entry -> which.apply(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum())
        : OptionalLong.empty();
  }

  private static boolean belongs(String group, String component) {
    return group.equals(component)
        || group.startsWith(component + "-")
        || group.startsWith(component + ".");
  }

  private void readFrom(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    Set<TopicPartition> asked = new HashSet<>();
    Map<String, Map<TopicPartition, OffsetAndMetadata>> read = committed(admin);
    read.values().forEach(offsets -> asked.addAll(offsets.keySet()));
    Set<TopicPartition> deadLetters = deadLetterPartitions(admin);
    asked.addAll(deadLetters);
    Map<TopicPartition, Long> ends = offsets(admin, asked, OffsetSpec.latest());
    Map<TopicPartition, Long> starts = offsets(admin, deadLetters, OffsetSpec.earliest());
    read.forEach((group, offsets) -> lagByGroup.put(group, lag(offsets, ends)));
    deadLetters.forEach(
        partition ->
            deadLettersByTopic.merge(
                partition.topic(),
                ends.getOrDefault(partition, 0L) - starts.getOrDefault(partition, 0L),
                Long::sum));
  }

  private static long lag(
      Map<TopicPartition, OffsetAndMetadata> read, Map<TopicPartition, Long> ends) {
    return read.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .mapToLong(
            entry -> Math.max(0, ends.getOrDefault(entry.getKey(), 0L) - entry.getValue().offset()))
        .sum();
  }

  private static Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<String, ListConsumerGroupOffsetsSpec> groups =
        await(admin.listGroups().all()).stream()
            .map(GroupListing::groupId)
            .collect(
                Collectors.toMap(Function.identity(), id -> new ListConsumerGroupOffsetsSpec()));
    return groups.isEmpty() ? Map.of() : await(admin.listConsumerGroupOffsets(groups).all());
  }

  private static Set<TopicPartition> deadLetterPartitions(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    List<String> topics =
        await(admin.listTopics().names()).stream()
            .filter(topic -> topic.endsWith(DEAD_LETTERS))
            .toList();
    return await(admin.describeTopics(topics).allTopicNames()).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .collect(Collectors.toSet());
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, Set<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
    return await(admin.listOffsets(asked).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static <T> T await(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(4, TimeUnit.SECONDS);
  }
}
