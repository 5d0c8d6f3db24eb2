package kontor.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What somebody does comes from his seed, whatever he is answered. */
class ActorTest {

  private static final int DEEDS = 50;

  @Test
  void theSameSeedGivesTheSameDeeds() {
    assertThat(deeds(3, 0)).isEqualTo(deeds(3, 0)).isNotEqualTo(deeds(4, 0));
  }

  @Test
  void whatADeedLeavesToChanceChangesNoLaterOne() {
    assertThat(deeds(3, 5)).isEqualTo(deeds(3, 0));
  }

  /**
   * @param more how often each deed asks chance once more than it needs
   */
  private static List<String> deeds(long seed, int more) {
    List<String> done = new ArrayList<>();
    Actor actor = new Actor("a", new SplittableRandom(seed), 1, () -> done.size() < DEEDS);
    actor.does(3, chance -> done.add("buy " + draw(chance, more)));
    actor.does(1, chance -> done.add("sell " + draw(chance, more)));
    actor.run();
    return done;
  }

  private static int draw(SplittableRandom chance, int more) {
    int drawn = chance.nextInt(1_000);
    for (int i = 0; i < more; i++) {
      assertThat(chance.nextInt(10)).isLessThan(10);
    }
    return drawn;
  }
}
