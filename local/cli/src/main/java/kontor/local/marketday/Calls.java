package kontor.local.marketday;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** How often each operation of a marketplace was called, from its books. */
final class Calls {

  private Calls() {}

  /** The books have a number for each operation, or one for each of its outcomes. */
  static Map<String, Long> of(JsonNode calls) {
    Map<String, Long> all = new TreeMap<>();
    calls
        .properties()
        .forEach(
            operation -> {
              JsonNode counted = operation.getValue();
              long sum = counted.isNumber() ? counted.asLong() : 0;
              for (JsonNode outcome : counted) {
                sum += outcome.asLong();
              }
              all.put(operation.getKey(), sum);
            });
    return all;
  }
}
