package kontor.connector.channel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kontor.connector.channel.ProductType.Part;

/**
 * Where an article stands in a marketplace's own order of things, and what is said of it there
 * beyond what we say everywhere.
 *
 * @param category the marketplace's category or product type; none: that of articles without a
 *     mapping
 * @param attributes values by the marketplace's own name of the attribute
 * @param asWritten parts that a person wrote for this marketplace: they are never shortened
 */
public record Placement(
    Optional<String> category, Map<String, List<String>> attributes, Set<Part> asWritten) {

  /** Of an article that nobody said anything special of. */
  public static final Placement DEFAULT = new Placement(Optional.empty(), Map.of(), Set.of());

  public Placement {
    Map<String, List<String>> sorted = new TreeMap<>();
    attributes.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
    attributes = Collections.unmodifiableMap(sorted);
    Set<Part> parts = EnumSet.noneOf(Part.class);
    parts.addAll(asWritten);
    asWritten = Collections.unmodifiableSet(parts);
  }

  /** The first value of an attribute. */
  public Optional<String> first(String attribute) {
    return attributes.getOrDefault(attribute, List.of()).stream().findFirst();
  }
}
