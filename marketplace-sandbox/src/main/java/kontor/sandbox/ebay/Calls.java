package kontor.sandbox.ebay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each operation was called and with what outcome, since the start or the last reset. */
final class Calls {

  /** Whose calls carry no seller's token. */
  private static final String NOBODY = "";

  private final Map<String, Map<String, Map<String, Long>>> counts = new TreeMap<>();

  /**
   * Counts a call; the outcome is a status, or {@code lost} if the caller got no answer.
   *
   * @param seller whose token it carried, empty if nobody's
   */
  synchronized void count(String seller, String operation, String outcome) {
    counts
        .computeIfAbsent(seller, s -> new TreeMap<>())
        .computeIfAbsent(operation, o -> new TreeMap<>())
        .merge(outcome, 1L, Long::sum);
  }

  /** Those of a seller, and those that belong to none. */
  synchronized Map<String, Map<String, Long>> of(String seller) {
    Map<String, Map<String, Long>> sum = new TreeMap<>();
    for (String owner : List.of(seller, NOBODY)) {
      counts
          .getOrDefault(owner, Map.of())
          .forEach(
              (operation, outcomes) -> {
                Map<String, Long> all = sum.computeIfAbsent(operation, o -> new TreeMap<>());
                outcomes.forEach((outcome, number) -> all.merge(outcome, number, Long::sum));
              });
    }
    return sum;
  }

  synchronized void clear() {
    counts.clear();
  }
}
