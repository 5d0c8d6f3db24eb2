package kontor.contracts.topic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A declared topic. The platform creates it at start; nothing is ever created by use.
 *
 * @param events the sealed interface of all events on it
 * @param key what the records are keyed by, in words
 * @param compacted whether only the newest record per key is kept
 * @param retention how long records stay when not compacted; for ever when absent
 */
public record Topic(
    String name,
    Class<?> events,
    String key,
    int partitions,
    boolean compacted,
    @Nullable Duration retention) {

  /** Where the given consumer group puts what it could not process. */
  public String deadLetters(String group) {
    return name + "." + group + ".dlq";
  }
}
