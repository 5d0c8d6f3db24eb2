package kontor.sandbox.amazon.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import kontor.sandbox.document.Json;

/** What was called, by seller, since the start or the last reset. */
public final class Books {

  private final Map<String, Map<String, Map<String, Long>>> calls = new TreeMap<>();
  private final Map<String, Map<String, Long>> breaches = new TreeMap<>();
  private final Map<String, Map<String, Long>> violations = new TreeMap<>();

  /** Counts a call; the outcome is a status, or {@code lost} if the caller got no answer. */
  synchronized void call(String seller, String operation, String outcome) {
    calls
        .computeIfAbsent(seller, s -> new TreeMap<>())
        .computeIfAbsent(operation, o -> new TreeMap<>())
        .merge(outcome, 1L, Long::sum);
  }

  /** Counts a call that came although its bucket was empty. */
  public synchronized void breach(String seller, String operation) {
    breaches.computeIfAbsent(seller, s -> new TreeMap<>()).merge(operation, 1L, Long::sum);
  }

  /** Counts a request that Amazon's own document does not allow. */
  synchronized void violation(String seller, String operation) {
    violations.computeIfAbsent(seller, s -> new TreeMap<>()).merge(operation, 1L, Long::sum);
  }

  /** The calls of a seller by operation and outcome. */
  public synchronized JsonNode calls(String seller) {
    return Json.tree(calls.getOrDefault(seller, Map.of()));
  }

  /** How often a seller called beyond the bucket, by operation. */
  public synchronized JsonNode breaches(String seller) {
    return Json.tree(breaches.getOrDefault(seller, Map.of()));
  }

  /** How often a seller's request broke Amazon's document, by operation. */
  public synchronized JsonNode violations(String seller) {
    return Json.tree(violations.getOrDefault(seller, Map.of()));
  }

  synchronized void clear() {
    calls.clear();
    breaches.clear();
    violations.clear();
  }
}
