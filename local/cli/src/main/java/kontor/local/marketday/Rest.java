package kontor.local.marketday;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Between two looks into the books: four times as long as the look took, so that looking is no load
 * of its own, but no longer than half a minute.
 */
final class Rest {

  private static final Duration LEAST = Duration.ofSeconds(2);
  private static final Duration MOST = Duration.ofSeconds(30);
  private static final int PART = 4;

  private long since = System.nanoTime();

  void take() throws InterruptedException {
    long looked = System.nanoTime() - since;
    TimeUnit.NANOSECONDS.sleep(Math.min(MOST.toNanos(), Math.max(LEAST.toNanos(), looked * PART)));
    since = System.nanoTime();
  }
}
