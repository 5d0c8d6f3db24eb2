package kontor.sandbox.ebay;

import java.util.Map;
import java.util.TreeMap;

/** How often each operation was called and with what outcome, since the start or the last reset. */
final class Calls {

  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  /** Counts a call; the outcome is a status, or {@code lost} if the caller got no answer. */
  synchronized void count(String operation, String outcome) {
    counts.computeIfAbsent(operation, o -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
  }

  synchronized Map<String, Map<String, Long>> all() {
    Map<String, Map<String, Long>> copy = new TreeMap<>();
    counts.forEach((operation, outcomes) -> copy.put(operation, new TreeMap<>(outcomes)));
    return copy;
  }

  synchronized void clear() {
    counts.clear();
  }
}
