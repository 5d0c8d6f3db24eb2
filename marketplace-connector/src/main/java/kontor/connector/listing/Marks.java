package kontor.connector.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kontor.contracts.Sku;

/** Articles that may have changed; one that is marked twice is looked at once. */
final class Marks {

  /** So many with no pause between them are a file that is read, or a day of many sales. */
  private static final int MANY = 10;

  private static final Duration PAUSE = Duration.ofMillis(750);

  private final Set<Sku> marked = new LinkedHashSet<>();
  private final Clock clock;
  private Instant last = Instant.EPOCH;
  private int row;

  Marks(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(Collection<Sku> skus) {
    if (skus.isEmpty()) {
      return;
    }
    row = paused() ? skus.size() : row + skus.size();
    last = clock.instant();
    marked.addAll(skus);
  }

  /** Those that were taken and are not done. */
  synchronized void putBack(Collection<Sku> skus) {
    marked.addAll(skus);
  }

  synchronized int size() {
    return marked.size();
  }

  /** Whether more are there, or will be in a moment. */
  synchronized boolean arriving() {
    return !marked.isEmpty() || (row >= MANY && !paused());
  }

  synchronized List<Sku> take() {
    List<Sku> taken = List.copyOf(marked);
    marked.clear();
    return taken;
  }

  private boolean paused() {
    return clock.instant().isAfter(last.plus(PAUSE));
  }
}
