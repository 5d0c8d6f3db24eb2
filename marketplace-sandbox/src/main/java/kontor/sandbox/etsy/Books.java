package kontor.sandbox.etsy;

import java.util.Map;
import java.util.TreeMap;

/** What was called, by shop, since the start or the last reset. */
final class Books {

  private final Map<String, Map<String, Map<String, Long>>> calls = new TreeMap<>();
  private long breaches;

  /** Counts a call; the outcome is a status, or {@code lost} if the caller got no answer. */
  synchronized void call(String shop, String operation, String outcome) {
    calls
        .computeIfAbsent(shop, s -> new TreeMap<>())
        .computeIfAbsent(operation, o -> new TreeMap<>())
        .merge(outcome, 1L, Long::sum);
  }

  /** Counts a call beyond the limits of the application. */
  synchronized void breach() {
    breaches++;
  }

  /** The calls of a shop by operation and outcome. */
  synchronized Map<String, Map<String, Long>> calls(String shop) {
    Map<String, Map<String, Long>> copy = new TreeMap<>();
    calls.getOrDefault(shop, Map.of()).forEach((o, counts) -> copy.put(o, new TreeMap<>(counts)));
    return copy;
  }

  synchronized long breaches() {
    return breaches;
  }

  synchronized void clear() {
    calls.clear();
    breaches = 0;
  }
}
