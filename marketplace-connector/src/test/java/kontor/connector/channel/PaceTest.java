package kontor.connector.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import kontor.connector.channel.ChannelException.Kind;
import org.junit.jupiter.api.Test;

/** We stay within a marketplace's limits, whatever happens to our instances. */
class PaceTest {

  private static final Map<String, CallLimit> LIMITS =
      Map.of(
          "searchOrders",
          new CallLimit(Duration.ofMinutes(3), 20),
          "patch",
          CallLimit.perSecond(5, 5));

  private final Watch clock = new Watch();
  private final InMemory levels = new InMemory();

  @Test
  void aBurstIsFollowedByTheRateAndSaysHowLongToWait() {
    Pace pace = pace();
    for (int i = 0; i < 19; i++) {
      pace.take("searchOrders");
    }
    assertThatThrownBy(() -> pace.take("searchOrders"))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.PACED);
              assertThat(e.retryAfter())
                  .isBetween(Duration.ofSeconds(183), Duration.ofSeconds(185));
            });
    clock.forward(Duration.ofSeconds(185));
    pace.take("searchOrders");
  }

  @Test
  void theNextInstanceGoesOnWithTheBucketAsItWas() {
    Pace dead = pace();
    for (int i = 0; i < 19; i++) {
      dead.take("searchOrders");
    }
    clock.forward(Duration.ofSeconds(10));
    assertThatThrownBy(() -> pace().take("searchOrders")).isInstanceOf(ChannelException.class);
  }

  @Test
  void theMarketplacesWordChangesTheRateAndCanCloseAnOperation() {
    Pace pace = pace();
    pace.take("patch");
    pace.learn("patch", Duration.ofMillis(20)); // and a little more
    clock.forward(Duration.ofMillis(100));
    for (int i = 0; i < 4; i++) {
      pace.take("patch");
    }
    pace.close("patch", Duration.ofHours(24));
    clock.forward(Duration.ofHours(23));
    assertThatThrownBy(() -> pace.take("patch")).isInstanceOf(ChannelException.class);
    clock.forward(Duration.ofHours(1));
    pace.take("patch");
  }

  @Test
  void whateverIsKilledWhenTheMarketplacesOwnBucketIsNeverOverdrawn() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    double theirs = 20;
    Pace pace = pace();
    for (int step = 0; step < 2_000; step++) {
      Duration passed = Duration.ofSeconds(random.nextInt(120));
      clock.forward(passed);
      theirs = Math.min(20, theirs + passed.toSeconds() / 180.0);
      if (random.nextInt(10) == 0) {
        pace = pace();
      }
      try {
        pace.take("searchOrders");
        theirs -= 1;
      } catch (ChannelException e) {
        assertThat(e.kind()).isEqualTo(Kind.PACED);
      }
      assertThat(theirs).as("seed %s, step %s", seed, step).isGreaterThan(-0.01);
    }
  }

  private Pace pace() {
    return new Pace(LIMITS, levels, clock);
  }

  private static final class InMemory implements CallLevels {

    private final Map<String, Level> all = new ConcurrentHashMap<>();

    @Override
    public Map<String, Level> all() {
      return all;
    }

    @Override
    public void save(String operation, Level level) {
      all.put(operation, level);
    }
  }
}
