package kontor.local.edge;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kontor.local.platform.PlatformException;

/** Waits for something to become true, and says what it was when it does not. */
public final class Patience {

  private static final long PAUSE_MS = 50;

  private Patience() {}

  /** Asks again and again until there is an answer. */
  public static <T> T until(String what, Duration most, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new PlatformException("not within " + most.toSeconds() + " s: " + what);
      }
      pause();
    }
  }

  public static void untilTrue(String what, Duration most, Supplier<Boolean> question) {
    var unused = until(what, most, () -> question.get() ? Optional.of(true) : Optional.empty());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }
}
