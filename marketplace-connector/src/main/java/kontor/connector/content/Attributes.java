package kontor.connector.content;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Values by the marketplace's names of attributes, in the order of the names. What came as null is
 * blank, so that it is refused like everything blank.
 */
final class Attributes {

  private Attributes() {}

  static Map<String, List<String>> copy(Map<String, List<String>> attributes) {
    Map<String, List<String>> copy = new TreeMap<>();
    attributes.forEach(
        (name, values) ->
            copy.put(
                name,
                Stream.ofNullable(values)
                    .flatMap(List::stream)
                    .map(value -> Objects.requireNonNullElse(value, ""))
                    .toList()));
    return Collections.unmodifiableMap(copy);
  }
}
