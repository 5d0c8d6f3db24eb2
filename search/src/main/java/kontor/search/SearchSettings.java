package kontor.search;

import java.time.Duration;

/**
 * How current and how safe the index is.
 *
 * @param refresh how long a put may take to be found
 * @param commit how much work a crash may cost: it is read from the topic again
 */
public record SearchSettings(Duration refresh, Duration commit) {

  public static final SearchSettings DEFAULT =
      new SearchSettings(Duration.ofMillis(200), Duration.ofSeconds(5));

  public SearchSettings {
    if (refresh.toMillis() < 1 || commit.toMillis() < 1) {
      throw new IllegalArgumentException("refresh and commit must be at least 1 ms");
    }
  }
}
