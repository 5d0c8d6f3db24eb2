package kontor.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Somebody who does one thing after another, at a pace of his own. What he does, and in which
 * order, comes from his seed alone; each deed gets a source of chance of its own, so that an answer
 * cannot change what is done later.
 */
final class Actor implements Runnable {

  /** One thing that he may do. */
  @FunctionalInterface
  interface Deed {
    void run(SplittableRandom chance);
  }

  private final String name;
  private final SplittableRandom random;
  private final int pauseMillis;
  private final BooleanSupplier works;
  private final List<Deed> deeds = new ArrayList<>();

  /**
   * @param pauseMillis between two deeds, on average
   * @param works until it says no
   */
  Actor(String name, SplittableRandom random, int pauseMillis, BooleanSupplier works) {
    this.name = name;
    this.random = random;
    this.pauseMillis = pauseMillis;
    this.works = works;
  }

  String name() {
    return name;
  }

  /** He does this so many times as often as what has the weight 1. */
  Actor does(int weight, Deed deed) {
    for (int i = 0; i < weight; i++) {
      deeds.add(deed);
    }
    return this;
  }

  @Override
  public void run() {
    try {
      while (works.getAsBoolean()) {
        deeds.get(random.nextInt(deeds.size())).run(random.split());
        TimeUnit.MILLISECONDS.sleep(pauseMillis / 2 + random.nextInt(pauseMillis));
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }
}
