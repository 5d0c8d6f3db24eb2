package kontor.connector.work;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Something that is done for an account again and again.
 *
 * @param every the time between two starts; zero: whenever the lane comes by
 * @param work throws what went wrong, a {@link kontor.connector.channel.ChannelException} above all
 */
public record Task(String name, Supplier<Duration> every, Runnable work) {

  Task(String name, Duration every, Runnable work) {
    this(name, () -> every, work);
  }
}
